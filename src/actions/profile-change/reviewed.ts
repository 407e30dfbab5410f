import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { approvalTypeText } from '../../resources/driver-profiles/words.ts';
import type { Reviewed } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import { changedFacts } from '../changed-facts.ts';
import { valuesOf } from './state.ts';

/** What an edit or a deletion rests on: what the profile is called, and how it approves. */
export function reviewedProfile(profile: DriverProfile): Reviewed {
  const { displayName, description, deferral } = valuesOf(profile);
  return { displayName, description, deferral: `${deferral ?? ''}`, approvalType: profile.approvalType };
}

const labels = {
  displayName: 'Name',
  description: 'Description',
  deferral: 'Deferral',
  approvalType: 'Approval method',
};

/** Which facts of a profile are no longer what was reviewed, in words; undefined when all are the same. */
export function changesOfProfile(reviewed: Reviewed, profile: DriverProfile): string | undefined {
  return changedFacts(reviewed, reviewedProfile(profile), labels, (fact, value) => {
    if (fact === 'deferral' && value !== '') return countOf(Number(value), 'day');
    return fact === 'approvalType' ? approvalTypeText({ approvalType: value }) : value;
  });
}

/** What a creation rests on: how many profiles have the name already. Intune allows that. */
export function reviewedNew(displayName: string, profiles: readonly DriverProfile[]): Reviewed {
  return { namesakes: `${profiles.filter((profile) => profile.displayName === displayName).length}` };
}
