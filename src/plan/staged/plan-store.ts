import { createStore, type Store } from '../../lib/store.ts';
import { withPlanDatabase } from './plan-database.ts';
import { changeKey, type StagedChange } from './staged-change.ts';
import { mostChanges, readChanges } from './staged-schema.ts';

/** The changes that an account has staged, as this tab knows them. */
export interface StagedPlan {
  /** By `changeKey`, in the order of their staging. */
  readonly changes: ReadonlyMap<string, StagedChange>;
  /** What was kept has been read. */
  readonly isLoaded: boolean;
  /** False once the browser could not keep a change: the plan lasts as long as the page. */
  readonly isKept: boolean;
  /** How many kept entries can't be read: of another version of Actiondesk, or damaged. */
  readonly unreadable: number;
  /** There is a staging or removal of this tab to take back. */
  readonly canUndo: boolean;
}

/** The plan of one account: staged changes, kept in this browser until they are started or discarded. */
export interface PlanStore extends Pick<Store<StagedPlan>, 'get' | 'subscribe'> {
  /**
   * Stages changes. They show at once. A later change of an item takes the place of an earlier one.
   *
   * @returns false where the plan has no room for all of them: then none is staged
   */
  stage(changes: readonly StagedChange[]): boolean;
  /** Takes changes out that were discarded or started. @param keys by `changeKey` */
  remove(keys: readonly string[]): void;
  /** Takes back the last staging or removal of this tab: what it replaced stands again. */
  undo(): void;
  /** Reads what this tab and others have kept. Resolves once every earlier edit is kept, too. */
  load(): Promise<void>;
}

/** What becomes of items: their change, or undefined where they have none any more. By `changeKey`. */
type Edit = ReadonlyMap<string, StagedChange | undefined>;

const nothing: StagedPlan = {
  changes: new Map(),
  isLoaded: false,
  isKept: true,
  unreadable: 0,
  canUndo: false,
};

/** Edits that can be taken back. */
const mostUndo = 200;

/**
 * @param databaseName see `planDatabaseName`
 * @param tellOthers is called once an edit is kept: other tabs then load
 */
export function createPlanStore(databaseName: Promise<string>, tellOthers: () => void): PlanStore {
  const store = createStore(nothing);
  const undos: Edit[] = [];
  /** Edits that show, and are not kept yet. */
  let unkept: readonly Edit[] = [];
  /** One read or write after the other. */
  let last: Promise<void> = Promise.resolve();

  const show = (change: Partial<StagedPlan>) =>
    store.set({ ...store.get(), ...change, canUndo: undos.length > 0 });

  function inTurn(work: () => Promise<void>): Promise<void> {
    last = last.then(work).catch(() => show({ isKept: false, isLoaded: true }));
    return last;
  }

  /** In one transaction: another tab's edit comes whole before or after. */
  function write(edit: Edit): void {
    unkept = [...unkept, edit];
    show({ changes: edited(store.get().changes, edit) });
    void inTurn(async () => {
      await withPlanDatabase(await databaseName, async (database) => {
        const transaction = database.transaction('changes', 'readwrite');
        for (const [key, change] of edit) {
          if (change) void transaction.store.put(change, key);
          else void transaction.store.delete(key);
        }
        await transaction.done;
      });
      unkept = unkept.filter((other) => other !== edit);
      tellOthers();
    });
  }

  function remember(keys: Iterable<string>): void {
    const { changes } = store.get();
    undos.push(new Map(Array.from(keys, (key) => [key, changes.get(key)])));
    if (undos.length > mostUndo) undos.shift();
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    stage(changes) {
      const edit = new Map(changes.map((change) => [changeKey(change), change]));
      const after = edited(store.get().changes, edit);
      if (after.size > mostChanges) return false;
      remember(edit.keys());
      write(edit);
      return true;
    },
    remove(keys) {
      remember(keys);
      write(new Map(keys.map((key) => [key, undefined])));
    },
    undo() {
      const edit = undos.pop();
      if (edit) write(edit);
    },
    load() {
      return inTurn(async () => {
        const stored = await withPlanDatabase(await databaseName, (database) => database.getAll('changes'));
        const { changes, unreadable } = readChanges(stored);
        const inOrder = changes.toSorted((one, other) => one.stagedAt - other.stagedAt);
        const kept = new Map(inOrder.map((change) => [changeKey(change), change]));
        show({
          changes: unkept.reduce<ReadonlyMap<string, StagedChange>>(edited, kept),
          isLoaded: true,
          unreadable,
        });
      });
    },
  };
}

function edited(changes: ReadonlyMap<string, StagedChange>, edit: Edit): Map<string, StagedChange> {
  const next = new Map(changes);
  for (const [key, change] of edit) {
    next.delete(key);
    if (change) next.set(key, change);
  }
  return next;
}
