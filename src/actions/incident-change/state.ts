import * as v from 'valibot';
import type { Incident } from '../../graph/incidents.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { assessmentText, incidentStatusText } from '../../resources/incidents/words.ts';
import { type ChangeIntent, changeIntent, isChangeIntent, tagsOf } from './intent.ts';
import { hasTag } from './tags.ts';

/**
 * A state holds what a change is about, and nothing else of the incident: what a colleague does to the rest of it neither
 * confirms the change nor speaks against it.
 */
const schema = v.strictObject({
  status: v.exactOptional(v.string()),
  /** '' for nobody. */
  owner: v.exactOptional(v.string()),
  /** Classification and determination. */
  assessment: v.exactOptional(v.strictTuple([v.string(), v.string()])),
  /** Of the tags that the change adds or removes: which the incident has, and which it lacks. */
  tags: v.exactOptional(v.strictObject({ has: v.array(v.string()), lacks: v.array(v.string()) })),
});
type ChangeState = v.InferOutput<typeof schema>;

const text = v.pipe(v.string(), v.parseJson(), schema);

/** @returns undefined for a text that is none */
export function readState(state: string): ChangeState | undefined {
  const parsed = v.safeParse(text, state);
  return parsed.success ? parsed.output : undefined;
}

/** What of an incident a change may be about. */
export type Changeable = Pick<
  Incident,
  'status' | 'assignedTo' | 'classification' | 'determination' | 'customTags'
>;

/** How an incident is now, as far as a change is about it. */
export function stateOf(intent: ChangeIntent, incident: Changeable): string {
  const { status, assignedTo, classification, determination, customTags } = incident;
  const { added, removed } = tagsOf(intent);
  const concerned = [...added, ...removed];
  const state: ChangeState = {
    ...(intent.status !== null && { status }),
    ...(intent.owner !== null && { owner: assignedTo }),
    // Graph may leave both out.
    ...(intent.classification !== null && {
      assessment: [classification || 'unknown', determination || 'unknown'],
    }),
    ...(concerned.length > 0 && {
      tags: {
        has: concerned.filter((tag) => hasTag(customTags, tag)),
        lacks: concerned.filter((tag) => !hasTag(customTags, tag)),
      },
    }),
  };
  return JSON.stringify(state);
}

/** How an incident is to be. */
export function wantedState(intent: ChangeIntent): string {
  const { status, owner, classification, determination } = intent;
  const { added, removed } = tagsOf(intent);
  const state: ChangeState = {
    ...(status !== null && { status }),
    ...(owner !== null && { owner }),
    ...(classification !== null && determination !== null && { assessment: [classification, determination] }),
    ...(added.length + removed.length > 0 && { tags: { has: [...added], lacks: [...removed] } }),
  };
  return JSON.stringify(state);
}

/** True of a state of what a change is about: of the same parts, and of the same tags. */
export function isStateOf(intent: ChangeIntent, state: string): boolean {
  const [one, other] = [readState(wantedState(intent)), readState(state)];
  if (!one || !other) return false;
  const parts = (of: ChangeState) => Object.keys(of).sort().join();
  const tags = ({ tags: of }: ChangeState) => [...(of?.has ?? []), ...(of?.lacks ?? [])].sort().join('\n');
  return parts(one) === parts(other) && tags(one) === tags(other);
}

/** What brings a state about again; undefined where nobody may. */
export function intentOf(state: string): ChangeIntent | undefined {
  const read = readState(state);
  if (!read) return undefined;
  const { status, owner, assessment, tags } = read;
  const intent = changeIntent({
    ...(status !== undefined && { status }),
    ...(owner !== undefined && { owner }),
    ...(assessment && { assessment: { classification: assessment[0], determination: assessment[1] } }),
    ...(tags && { addTags: tags.has, removeTags: tags.lacks }),
  });
  return isChangeIntent(intent) ? intent : undefined;
}

/** The parts of a state in which letter case, blanks and the order of tags don’t count. */
export function factsOf(state: string): Readonly<Record<string, string>> {
  const { status, owner, assessment, tags } = readState(state) ?? {};
  return {
    ...(status !== undefined && { status }),
    ...(owner !== undefined && { owner: owner.trim().toLowerCase() }),
    ...(assessment && { assessment: assessment.join(' ') }),
    ...(tags && {
      tags: tags.has
        .map((tag) => tag.trim().toLowerCase())
        .sort()
        .join(', '),
    }),
  };
}

export function isSameState(one: string, other: string): boolean {
  return JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other));
}

/** A recorded state: "Resolved, owner sam@contoso.com, tagged “VIP”". */
export function stateText(state: string): string {
  const read = readState(state);
  if (!read) return showHidden(state);
  const { status, owner, assessment, tags } = read;
  const quoted = (list: readonly string[]) => list.map((tag) => `“${showHidden(tag)}”`).join(', ');
  return [
    ...(status === undefined ? [] : [incidentStatusText({ status })]),
    ...(owner === undefined ? [] : [ownerText(owner)]),
    ...(assessment ? [assessmentText({ classification: assessment[0], determination: assessment[1] })] : []),
    ...(tags && tags.has.length > 0 ? [`tagged ${quoted(tags.has)}`] : []),
    ...(tags && tags.lacks.length > 0 ? [`not tagged ${quoted(tags.lacks)}`] : []),
  ].join(', ');
}

export function ownerText(owner: string): string {
  return owner.trim() === '' ? 'no owner' : `owner ${showName(owner)}`;
}
