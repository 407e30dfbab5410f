import type { Graph } from '../../graph/client.ts';
import { invokeAction } from '../../graph/identity-accounts.ts';
import { userScopes } from '../../graph/user-scopes.ts';
import { actOnUser, scopesOfUserAction } from '../../graph/users.ts';
import { readAccount } from '../../resources/users/account.ts';
import { observeEach, orGone, rereadAny, type Work } from '../../runs/work.ts';
import { usersAfresh } from './afresh.ts';
import type { UserIntent } from './intent.ts';
import { judgeUserAfter, judgeUserBefore } from './verdicts.ts';

/** Acts on the accounts of users, and reads afterward what has come of it. */
export function userWork(graph: Graph, intent: UserIntent): Work {
  const { action, via } = intent;
  return {
    scopes: scopesOf(intent),
    lanes: 2,
    readAt: [2, 5, 15, 30, 60, 120, 300].map((seconds) => seconds * 1_000),
    async inspect({ targetId, items, attempts }, signal, onWait) {
      const wasSent = attempts.length > 0;
      const planned = items.filter(({ phase }) => phase === 'planned');
      return Promise.all(
        planned.map(async (item) => {
          const which = { action, via, targetId, accountId: item.id };
          const account = await readAccount(graph.checking, which, { signal, onWait });
          return judgeUserBefore(intent, item, account, wasSent);
        }),
      );
    },
    readAfresh: (targets) => usersAfresh(graph, intent, targets),
    // Microsoft Graph says of no user that an action is in progress.
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'unknown' }),
    isFinal: ({ kind }) => kind === 'notFound',
    send: ({ targetId }, [accountId = ''], hooks) =>
      via === 'entraID'
        ? actOnUser(graph, targetId, action, rereadAny(hooks))
        : invokeAction(
            graph,
            { identityId: targetId, accountId, identityProvider: via, action },
            rereadAny(hooks),
          ),
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'successful' })),
    observe: (steps, elapsed) =>
      // A step holds one account.
      observeEach(steps, async ({ targetId, items: [first] }) => {
        const which = { action, via, targetId, accountId: first?.id ?? '' };
        const account = await orGone(readAccount(graph, which));
        return (item) => judgeUserAfter(intent, item, account, elapsed);
      }),
  };
}

/** The permissions of an action and of the read that checks it: one consent covers both. */
function scopesOf({ action, via }: UserIntent): readonly string[] {
  const needed =
    via === 'entraID'
      ? [...scopesOfUserAction[action], ...userScopes.read]
      : [...userScopes.actOnIdentities, ...userScopes.readIdentities];
  return [...new Set(needed)];
}
