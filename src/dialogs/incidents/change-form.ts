import { longestOwner, type Wanted } from '../../actions/incident-change/intent.ts';
import { determinationsOf, settableStatuses } from '../../actions/incident-change/rules.ts';
import { hasTag, typedTags } from '../../actions/incident-change/tags.ts';
import { classifications, type Incident } from '../../graph/incidents.ts';
import { assessmentText, incidentStatusText } from '../../resources/incidents/words.ts';
import { formatCount } from '../../ui/format.ts';
import type { ChangeForm } from './incident-draft.ts';

const keep = { value: 'keep', label: 'No change' } as const;

export const statusOptions = [
  keep,
  ...settableStatuses.map((status) => ({ value: status, label: incidentStatusText({ status }) })),
] as const;

/** Every pair that Defender knows, in the order of its portal; last “Not classified”. */
export const assessmentOptions = [
  keep,
  ...(['truePositive', 'informationalExpectedActivity', 'falsePositive', 'unknown'] as const).flatMap(
    (classification) =>
      determinationsOf[classification].map((determination) => ({
        value: `${classification} ${determination}`,
        label: assessmentText({ classification, determination }),
      })),
  ),
];

export function ownerOptions(username: string) {
  return [
    keep,
    { value: 'me', label: `Me (${username})` },
    { value: 'nobody', label: 'No owner' },
    { value: 'other', label: 'Another person' },
  ] as const;
}

/** What a person has chosen: only what they touched. */
export function wantedOf(form: ChangeForm, username: string): Wanted {
  const { status, owner, ownerName, assessment, addTags, removeTags } = form;
  const [classification = '', determination = ''] = assessment.split(' ');
  const owners = { me: username, nobody: '', other: ownerName } as const;
  return {
    ...(status !== 'keep' && { status }),
    ...(owner !== 'keep' && { owner: owners[owner] }),
    ...(classifications.some((known) => known === classification) && {
      assessment: { classification, determination },
    }),
    addTags: typedTags(addTags),
    removeTags,
  };
}

/** Why a form can't be sent yet, or undefined where it can. */
export function whyNotForm({
  status,
  owner,
  ownerName,
  assessment,
  addTags,
  removeTags,
}: ChangeForm): string | undefined {
  const added = typedTags(addTags);
  if (owner === 'other' && ownerName.trim() === '') return 'Enter who is to own it';
  if (ownerName.trim().length > longestOwner)
    return `An owner has at most ${formatCount(longestOwner)} characters`;
  const both = added.find((tag) => hasTag(removeTags, tag));
  if (both !== undefined) return `“${both}” can’t be added and removed`;
  const isTouched =
    [status, owner, assessment].some((part) => part !== 'keep') || added.length + removeTags.length > 0;
  return isTouched ? undefined : 'Choose what to change';
}

/** Every tag that one of these incidents has, each once. */
export function tagsAmong(incidents: readonly Pick<Incident, 'customTags'>[]): readonly string[] {
  const all = incidents.flatMap(({ customTags }) => customTags);
  return all.filter((tag, at) => !hasTag(all.slice(0, at), tag));
}
