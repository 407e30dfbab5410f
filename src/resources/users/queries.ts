import { queryOptions } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import type { AccountAction } from '../../graph/users.ts';
import { findAccount } from './find-account.ts';
import type { UserRef } from './user-of-task.ts';

/** Keys of the reads, general to specific. */
export const userKeys = {
  all: ['users'],
  account: (user: UserRef, action: AccountAction) => [
    'users',
    'account',
    action,
    user.objectId,
    user.userPrincipalName,
    user.sid,
  ],
} as const;

/**
 * The account that an action on a user would be sent to. It asks for permissions that nothing else needs: read it only once
 * a person wants to act.
 */
export function accountQuery(graph: Graph, user: UserRef, action: AccountAction) {
  return queryOptions({
    queryKey: userKeys.account(user, action),
    queryFn: ({ signal }) => findAccount(graph, user, action, signal),
    // A decision rests on it: each dialog looks the user up, and keeps nothing for the next one.
    staleTime: 0,
    gcTime: 0,
  });
}
