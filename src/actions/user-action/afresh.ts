import type { Graph } from '../../graph/client.ts';
import { type Account, readAccount } from '../../resources/users/account.ts';
import { accountName } from '../../resources/users/words.ts';
import type { PlannedItem, TargetItems } from '../../runs/model/run.ts';
import { toItem } from '../../runs/model/start.ts';
import { type FreshRead, type FreshTarget, orGone, readEach } from '../../runs/work.ts';
import type { UserIntent } from './intent.ts';
import { planAccount, userTitle } from './plan.ts';
import { decisive } from './state.ts';
import { judgeUserBefore } from './verdicts.ts';

/** Reads the accounts of a plan afresh. */
export async function usersAfresh(
  graph: Graph,
  intent: UserIntent,
  targets: readonly TargetItems[],
): Promise<FreshRead> {
  return {
    targets: await readEach(targets, (target) => freshTarget(graph, intent, target)),
    seenOf: () => undefined,
    titleOf: (sent) =>
      userTitle(
        intent.action,
        sent.map(({ name }) => name),
      ),
  };
}

async function freshTarget(
  graph: Graph,
  intent: UserIntent,
  { id, name, items }: TargetItems,
): Promise<FreshTarget> {
  const { action, via } = intent;
  const sorted = await Promise.all(
    items.map(async (item) => {
      const found = await orGone(readAccount(graph, { action, via, targetId: id, accountId: item.id }));
      if (found === 'gone') return { item, name, reason: 'The account no longer exists' };
      return { ...sortItem(intent, item, found), name: accountName(found) };
    }),
  );
  return {
    id,
    name: sorted[0]?.name ?? name,
    items: sorted.flatMap(({ item, reason }) => (reason === undefined ? [item] : [])),
    leftOut: sorted.flatMap(({ item, reason }) => (reason === undefined ? [] : [{ item, reason }])),
  };
}

/** An account as it is now: to be acted on, or left out with the reason. */
function sortItem(
  intent: UserIntent,
  item: PlannedItem,
  account: Account,
): { readonly item: PlannedItem; readonly reason: string | undefined } {
  const { action } = intent;
  const judged = judgeUserBefore(intent, toItem(item), account, false);
  // An undo carries out no task: its `before` is the state that the run has left.
  const isUndo = item.reviewed.state !== decisive(item.before);
  const tasks = isUndo ? '' : (item.reviewed.tasks ?? '');
  return {
    item: planAccount(action, account, tasks, item.incident),
    reason: judged.phase === 'planned' ? undefined : judged.reason,
  };
}
