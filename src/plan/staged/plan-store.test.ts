import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planDatabaseName, withPlanDatabase } from './plan-database.ts';
import { createPlanStore, type PlanStore } from './plan-store.ts';
import { changeKey } from './staged-change.ts';
import { mostChanges } from './staged-schema.ts';
import { stagedOf } from './test-staged.ts';

const dana = planDatabaseName({ key: 'dana', tenantId: 'contoso' });

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

async function openTab(name = dana): Promise<PlanStore> {
  const store = createPlanStore(name, () => undefined);
  await store.load();
  return store;
}

const staged = (store: PlanStore) =>
  [...store.get().changes.values()].map(({ item, intent }) => `${item.id} ${intent.action}`);

describe('a plan', () => {
  it('is empty at first, and known to be once it was read', async () => {
    const store = createPlanStore(dana, () => undefined);
    expect(store.get()).toMatchObject({ isLoaded: false, isKept: true, canUndo: false });
    await store.load();
    expect(store.get()).toMatchObject({ isLoaded: true, isKept: true, unreadable: 0, canUndo: false });
    expect(staged(store)).toEqual([]);
  });

  it('shows a change at once, and keeps it over a reload, in order', async () => {
    const store = await openTab();
    expect(store.stage([stagedOf('b', { stagedAt: 1 })])).toBe(true);
    store.stage([stagedOf('a', { stagedAt: 2 })]);
    expect(staged(store)).toEqual(['b approve', 'a approve']);
    await store.load();
    expect(staged(await openTab())).toEqual(['b approve', 'a approve']);
  });

  it('is of one account', async () => {
    const store = await openTab();
    store.stage([stagedOf('a')]);
    await store.load();
    expect(staged(await openTab(planDatabaseName({ key: 'ben', tenantId: 'contoso' })))).toEqual([]);
    expect(staged(await openTab(planDatabaseName({ key: 'dana', tenantId: 'fabrikam' })))).toEqual([]);
  });

  it('holds one change of an item: the later one', async () => {
    const store = await openTab();
    store.stage([stagedOf('a'), stagedOf('b')]);
    store.stage([stagedOf('a', { action: 'decline', stagedAt: 2 })]);
    expect(staged(store)).toEqual(['b approve', 'a decline']);
    await store.load();
    expect(staged(await openTab())).toEqual(['b approve', 'a decline']);
  });

  it('tells the same driver in two profiles apart', async () => {
    const store = await openTab();
    store.stage([stagedOf('a'), stagedOf('a', { targetId: 'early' })]);
    expect(store.get().changes.size).toBe(2);
  });

  it('takes the last staging back, with what it replaced', async () => {
    const store = await openTab();
    store.stage([stagedOf('a')]);
    store.stage([stagedOf('a', { action: 'decline', stagedAt: 2 }), stagedOf('b', { stagedAt: 2 })]);
    expect(store.get().canUndo).toBe(true);
    store.undo();
    expect(staged(store)).toEqual(['a approve']);
    store.undo();
    expect(staged(store)).toEqual([]);
    expect(store.get().canUndo).toBe(false);
    store.undo();
    await store.load();
    expect(staged(await openTab())).toEqual([]);
  });

  it('takes a removal back, too', async () => {
    const store = await openTab();
    store.stage([stagedOf('a')]);
    store.remove([changeKey(stagedOf('a'))]);
    expect(staged(store)).toEqual([]);
    store.undo();
    expect(staged(store)).toEqual(['a approve']);
  });

  it('is discarded as a whole, and says how much it was until something else is done', async () => {
    const store = await openTab();
    store.stage([stagedOf('a'), stagedOf('b')]);
    store.discard();
    expect(store.get()).toMatchObject({ discarded: 2, canUndo: true });
    expect(staged(store)).toEqual([]);
    await store.load();
    expect(store.get().discarded).toBe(2);
    store.undo();
    expect(store.get().discarded).toBe(0);
    expect(staged(store)).toEqual(['a approve', 'b approve']);
    store.discard();
    store.stage([stagedOf('c')]);
    expect(store.get().discarded).toBe(0);
    await store.load();
  });

  it('never brings back what was started', async () => {
    const store = await openTab();
    store.stage([stagedOf('a')]);
    store.stage([stagedOf('a', { action: 'decline', stagedAt: 2 }), stagedOf('b', { stagedAt: 2 })]);
    store.started([stagedOf('a', { action: 'decline', stagedAt: 2 })]);
    expect(staged(store)).toEqual(['b approve']);
    store.undo();
    expect(staged(store)).toEqual([]);
    expect(store.get().canUndo).toBe(false);
    await store.load();
    expect(staged(await openTab())).toEqual([]);
  });

  it('keeps a change that another tab staged while the earlier one was started', async () => {
    const [one, other] = [await openTab(), await openTab()];
    one.stage([stagedOf('a'), stagedOf('b')]);
    await one.load();
    await other.load();
    other.stage([stagedOf('a', { action: 'decline', stagedAt: 2 })]);
    await other.load();
    one.started([stagedOf('a'), stagedOf('b')]);
    await one.load();
    expect(staged(one)).toEqual(['a decline']);
    expect(staged(await openTab())).toEqual(['a decline']);
  });

  it('takes back only what no other tab has changed since', async () => {
    const [one, other] = [await openTab(), await openTab()];
    one.stage([stagedOf('a'), stagedOf('b'), stagedOf('c')]);
    await one.load();
    await other.load();
    other.stage([
      { ...stagedOf('a'), freezeReason: 'agreed' },
      { ...stagedOf('b'), note: 'CHG-1' },
    ]);
    await other.load();
    one.undo();
    await one.load();
    expect(staged(one)).toEqual(['a approve', 'b approve']);
    one.remove([changeKey(stagedOf('a'))]);
    await one.load();
    await other.load();
    other.stage([stagedOf('a', { action: 'suspend', stagedAt: 3 })]);
    await other.load();
    one.undo();
    await one.load();
    expect(staged(one)).toEqual(['b approve', 'a suspend']);
  });

  it('loses nothing when two tabs stage at once', async () => {
    const [one, other] = [await openTab(), await openTab()];
    one.stage([stagedOf('a')]);
    other.stage([stagedOf('b')]);
    one.stage([stagedOf('c')]);
    await Promise.all([one.load(), other.load()]);
    await Promise.all([one.load(), other.load()]);
    expect(staged(one).sort()).toEqual(['a approve', 'b approve', 'c approve']);
    expect(staged(other).sort()).toEqual(['a approve', 'b approve', 'c approve']);
  });

  it('tells other tabs after an edit is kept', async () => {
    const keptThen: number[] = [];
    const store = createPlanStore(dana, () => {
      void dana
        .then((name) => withPlanDatabase(name, (database) => database.count('changes')))
        .then((count) => keptThen.push(count));
    });
    store.stage([stagedOf('a')]);
    await store.load();
    await vi.waitFor(() => expect(keptThen).toEqual([1]));
  });

  it('sets aside what it cannot read, and counts it', async () => {
    const store = await openTab();
    store.stage([stagedOf('a')]);
    await store.load();
    await withPlanDatabase(await dana, (database) => database.put('changes', { of: 'a later version' }, 'x'));
    await store.load();
    expect(store.get()).toMatchObject({ unreadable: 1, isKept: true });
    expect(staged(store)).toEqual(['a approve']);
  });

  it('goes on without storage, and says that nothing is kept', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const store = await openTab();
    store.stage([stagedOf('a')]);
    await store.load();
    expect(store.get()).toMatchObject({ isLoaded: true, isKept: false });
    expect(staged(store)).toEqual(['a approve']);
  });

  it('takes all changes or none when it is full', async () => {
    const store = await openTab();
    const many = Array.from({ length: mostChanges }, (_, at) => stagedOf(`d${at}`));
    expect(store.stage(many)).toBe(true);
    expect(store.stage([stagedOf('a'), stagedOf('d1')])).toBe(false);
    expect(store.get().changes.size).toBe(mostChanges);
    expect(store.stage([stagedOf('d1', { action: 'decline' })])).toBe(true);
  });
});
