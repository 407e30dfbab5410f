import { approvalTypes } from '../../graph/driver-profiles.ts';
import { hasSyncProblem } from '../../resources/driver-profiles/sync-problem.ts';
import { approvalTypeText } from '../../resources/driver-profiles/words.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import { type ProfileRow, toReview } from './profile-row.ts';
import type { ProfilesSearch } from './search.ts';

/** The filters of the profiles, by the name of their search parameter. */
export const profileFilters: readonly Filter<ProfileRow, 'approval' | 'sync' | 'review'>[] = [
  {
    id: 'approval',
    label: 'Approval method',
    known: approvalTypes,
    valuesOf: ({ profile }) => [profile.approvalType],
    labelOf: (approvalType) => approvalTypeText({ approvalType }),
  },
  {
    id: 'sync',
    label: 'Sync problems',
    quick: 'problem',
    valuesOf: ({ profile }) => (hasSyncProblem(profile, Date.now()) ? ['problem'] : []),
  },
  {
    id: 'review',
    label: 'To review',
    quick: 'waiting',
    valuesOf: (row) => ((toReview(row) ?? 0) > 0 ? ['waiting'] : []),
  },
];

export const noFilters: ProfilesSearch = {
  q: undefined,
  approval: undefined,
  sync: undefined,
  review: undefined,
};
