import { createStore, type Store } from '../../lib/store.ts';
import { isSameIntent } from '../../runs/action.ts';
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
  /** How many changes this tab discarded, where it has staged or taken back nothing since. */
  readonly discarded: number;
}

/** The plan of one account: staged changes, kept in this browser until they are started or discarded. */
export interface PlanStore extends Pick<Store<StagedPlan>, 'get' | 'subscribe'> {
  /**
   * Stages changes. They show at once. A later change of an item takes the place of an earlier one.
   *
   * @returns false where the plan has no room for all of them: then none is staged
   */
  stage(changes: readonly StagedChange[]): boolean;
  /** Takes changes out. @param keys by `changeKey` */
  remove(keys: readonly string[]): void;
  /** Takes all changes out. */
  discard(): void;
  /**
   * Takes changes out that a run has sent. Undo never brings them back. A change that was staged since for the same item
   * stays.
   */
  started(changes: readonly StagedChange[]): void;
  /**
   * Takes back the last staging or removal of this tab: what it replaced stands again, but for items that another tab has
   * changed since.
   */
  undo(): void;
  /** Reads what this tab and others have kept. Resolves once every earlier edit is kept, too. */
  load(): Promise<void>;
}

/** What becomes of one item. */
interface Step {
  /** Undefined: it has no change any more. */
  readonly to: StagedChange | undefined;
  /** The step is taken only where this still stands, and nothing another tab did since; undefined: no change. */
  readonly insteadOf: StagedChange | undefined | 'anything';
}

/** What becomes of items, by `changeKey`. */
type Edit = ReadonlyMap<string, Step>;

const nothing: StagedPlan = {
  changes: new Map(),
  isLoaded: false,
  isKept: true,
  unreadable: 0,
  canUndo: false,
  discarded: 0,
};

/** Edits that can be taken back. */
const mostUndo = 200;

/**
 * @param databaseName see `planDatabaseName`
 * @param tellOthers is called once an edit is kept: other tabs then load
 */
export function createPlanStore(databaseName: Promise<string>, tellOthers: () => void): PlanStore {
  const store = createStore(nothing);
  let undos: readonly Edit[] = [];
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
  function write(edit: Edit, discarded = 0): void {
    unkept = [...unkept, edit];
    show({ changes: edited(store.get().changes, edit), discarded });
    void inTurn(async () => {
      await withPlanDatabase(await databaseName, async (database) => {
        const transaction = database.transaction('changes', 'readwrite');
        for (const [key, { to, insteadOf }] of edit) {
          if (insteadOf !== 'anything') {
            const kept = readChanges([await transaction.store.get(key)]).changes[0];
            if (!isSame(kept, insteadOf)) continue;
          }
          if (to) void transaction.store.put(to, key);
          else void transaction.store.delete(key);
        }
        await transaction.done;
      });
      unkept = unkept.filter((other) => other !== edit);
      tellOthers();
    });
  }

  /** Remembers how to take an edit back. */
  function remember(edit: Edit): void {
    const { changes } = store.get();
    const back = Array.from(edit, ([key, { to }]) => [key, { to: changes.get(key), insteadOf: to }] as const);
    undos = [...undos, new Map(back)].slice(-mostUndo);
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    stage(changes) {
      const edit = editOf(changes.map((change) => [changeKey(change), change]));
      if (edited(store.get().changes, edit).size > mostChanges) return false;
      remember(edit);
      write(edit);
      return true;
    },
    remove(keys) {
      const edit = editOf(keys.map((key) => [key, undefined]));
      remember(edit);
      write(edit);
    },
    discard() {
      const keys = [...store.get().changes.keys()];
      const edit = editOf(keys.map((key) => [key, undefined]));
      remember(edit);
      write(edit, keys.length);
    },
    started(changes) {
      const sent = new Map(changes.map((change) => [changeKey(change), change]));
      undos = undos
        .map((edit) => new Map([...edit].filter(([key]) => !sent.has(key))))
        .filter(({ size }) => size > 0);
      write(new Map([...sent].map(([key, insteadOf]) => [key, { to: undefined, insteadOf }])));
    },
    undo() {
      const edit = undos.at(-1);
      undos = undos.slice(0, -1);
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

function editOf(steps: readonly (readonly [key: string, to: StagedChange | undefined])[]): Edit {
  return new Map(steps.map(([key, to]) => [key, { to, insteadOf: 'anything' }]));
}

function edited(changes: ReadonlyMap<string, StagedChange>, edit: Edit): Map<string, StagedChange> {
  const next = new Map(changes);
  for (const [key, { to, insteadOf }] of edit) {
    if (insteadOf !== 'anything' && !isSame(next.get(key), insteadOf)) continue;
    next.delete(key);
    if (to) next.set(key, to);
  }
  return next;
}

/** What was read again is a fresh object. */
function isSame(one: StagedChange | undefined, other: StagedChange | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    one.stagedAt === other.stagedAt &&
    one.note === other.note &&
    one.freezeReason === other.freezeReason &&
    isSameIntent(one.intent, other.intent)
  );
}
