import { useSyncExternalStore } from 'react';
import { useAccount } from '../../auth/session.ts';
import { type PlanOwner, planDatabaseName } from './plan-database.ts';
import { createPlanStore, type PlanStore, type StagedPlan } from './plan-store.ts';

/** The plan of the account that is signed in; one account at a time is. */
let current: { readonly owner: string; readonly store: PlanStore } | undefined;

/** The staged changes of the signed-in account, and how to change them. All pages of a tab share them. */
export function usePlan(): readonly [StagedPlan, PlanStore] {
  const store = planStoreOf(useAccount());
  return [useSyncExternalStore(store.subscribe, store.get), store];
}

function planStoreOf({ key, tenantId }: PlanOwner): PlanStore {
  const owner = JSON.stringify([tenantId, key]);
  if (current?.owner === owner) return current.store;
  const name = planDatabaseName({ key, tenantId });
  let channel: BroadcastChannel | undefined;
  const store = createPlanStore(name, () => channel?.postMessage(null));
  current = { owner, store };
  void store.load();
  name.then(
    (opened) => {
      // Any message means the same: load. What other tabs keep is validated like everything that is kept.
      channel = new BroadcastChannel(opened);
      channel.addEventListener('message', () => void store.load());
    },
    () => undefined,
  );
  return store;
}
