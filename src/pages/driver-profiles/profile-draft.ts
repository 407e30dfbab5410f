import * as v from 'valibot';
import { stateOf, valuesOf } from '../../actions/profile-change/state.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { useKeptState } from '../../ui/use-kept-state.ts';

const schema = v.object({
  command: v.picklist(['create', 'edit', 'delete', 'assign']),
  /** The profile that it is about; '' for a new one. */
  profileId: v.string(),
  /** The values of the profile as the person began to edit them, by `stateOf`; null for a new one. */
  seen: v.nullable(v.string()),
  displayName: v.string(),
  description: v.string(),
  approvalType: v.picklist(['manual', 'automatic']),
  /** As typed. */
  deferral: v.string(),
  /** The name that is typed before a profile is deleted. */
  typed: v.string(),
  /** Of assignments: the list that the person saw when they began to change it, and as it is to be; null until then. */
  lists: v.nullable(v.object({ before: v.string(), after: v.string() })),
  /** What groups are searched by. */
  words: v.string(),
  note: v.string(),
});

/** What is about to be done to a profile; kept when the person has to go to the sign-in page. */
export type ProfileDraft = v.InferOutput<typeof schema>;
export type ProfileCommand = ProfileDraft['command'];

/** How a dialog begins: with the values that the profile has. */
export function draftOf(command: ProfileCommand, profile?: DriverProfile): ProfileDraft {
  const values = profile && valuesOf(profile);
  return {
    command,
    profileId: profile?.id ?? '',
    seen: values ? stateOf(values) : null,
    displayName: values?.displayName ?? '',
    description: values?.description ?? '',
    approvalType: profile?.approvalType === 'automatic' ? 'automatic' : 'manual',
    deferral: `${values?.deferral ?? 7}`,
    typed: '',
    lists: null,
    words: '',
    note: '',
  };
}

function readDraft(kept: unknown): ProfileDraft | undefined {
  const parsed = v.safeParse(schema, kept);
  return parsed.success ? parsed.output : undefined;
}

/** The dialog about a profile that is open on a page, if one is. It survives a trip to the sign-in page. */
export function useProfileDraft(page: string) {
  return useKeptState<ProfileDraft | null>(`profile.${page}`, null, (value) => value, readDraft);
}
