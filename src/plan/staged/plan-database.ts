import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { accountHash } from '../../lib/account-hash.ts';

/** The rest of the name is a hash of the account. */
const prefix = 'actiondesk-plan.';
const version = 1;

/** Whose plan. */
export interface PlanOwner {
  readonly key: string;
  readonly tenantId: string;
}

interface PlanSchema extends DBSchema {
  /** By `changeKey`. */
  changes: { key: string; value: unknown };
}

export type PlanDatabase = IDBPDatabase<PlanSchema>;

/** The name of the database that holds the staged changes of an account. */
export async function planDatabaseName({ key, tenantId }: PlanOwner): Promise<string> {
  return prefix + (await accountHash('plan', `${tenantId} ${key}`));
}

/** Holds the database open no longer than the work takes, so that any tab can delete it. */
export async function withPlanDatabase<Result>(
  name: string,
  work: (database: PlanDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await openDB<PlanSchema>(name, version, {
    upgrade: (opened) => void opened.createObjectStore('changes'),
    blocking: (_current, _blocked, { target }) => (target as IDBDatabase).close(), // the event is the database's
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** Deletes the staged changes of an account from this browser. */
export async function forgetPlan(owner: PlanOwner): Promise<void> {
  await deleteDB(await planDatabaseName(owner));
}
