import { describe, expect, it, vi } from 'vitest';
import { openItems } from '../model/open-items.ts';
import { type RunEvent, reduceRun } from '../model/reducer.ts';
import type { Run } from '../model/run.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import type { HeadRecord } from './database.ts';
import { headOf, heldFor, isForsaken, openItemsIn } from './heads.ts';
import { giveNewBrowsers, openJournal, withDatabase } from './test-database.ts';

giveNewBrowsers();

const planned = (id: string, rest: Partial<Run> = {}) =>
  runOf(
    [
      stepOf('1', [itemOf('a'), itemOf('b')], { targetId: 'pilot' }),
      stepOf('2', [itemOf('c')], { targetId: 'broad' }),
      stepOf('3', [itemOf('d')], { targetId: 'pilot' }),
    ],
    { id, ...rest },
  );
const sending = (stepId: string, ...ids: readonly string[]): RunEvent => ({
  kind: 'sending',
  stepId,
  attempt: { clientRequestId: `c-${ids.join()}`, ids, sentAt: '2026-12-08T12:00:00.000Z' },
});
const result = (stepId: string, id: string, phase: 'planned' | 'answered' | 'settled'): RunEvent => ({
  kind: 'items',
  stepId,
  results: [{ id, phase, outcome: phase === 'planned' ? null : 'successful' }],
});
const done: RunEvent = { kind: 'state', state: 'done', at: 5 };

/** A run of which these events are written, one after the other. */
async function written(run: Run, ...events: readonly RunEvent[]): Promise<Run> {
  const journal = openJournal();
  await journal.begin(run);
  return goOn(run, 0, ...events);
}

async function goOn(run: Run, next: number, ...events: readonly RunEvent[]): Promise<Run> {
  let current = run;
  for (const [index, event] of events.entries()) {
    current = reduceRun(current, event);
    await openJournal().append(current, next + index, [event]);
  }
  return current;
}

const openIds = async (targetId: string, except: readonly string[] = [], tenantId = 'tenant') => {
  const owner = { tenantId, accountKey: 'account' };
  const ids = await openJournal().readOpenItems(owner, targetId, new Set(except));
  return [...ids].sort();
};

/** Nothing but the heads is left. */
const leaveHeads = () =>
  withDatabase(async (database) => {
    await database.clear('runs');
    await database.clear('events');
  });

/** Writes the head of a run as another tab would. */
const changeHead = (runId: string, change: (head: HeadRecord) => object) =>
  withDatabase(async (database) => {
    const head = await database.get('heads', runId);
    // What a damaged head holds has no type.
    if (head) await database.put('heads', change(head) as HeadRecord);
  });

describe('what is on its way to a target', () => {
  it('is told of all unsettled runs, by their heads alone', async () => {
    await written(planned('one'), sending('1', 'a', 'b'), result('1', 'a', 'answered'), sending('3', 'd'));
    await written(planned('two'), sending('2', 'c'), sending('1', 'b'));
    await written(planned('theirs', { tenantId: 'other' }), sending('1', 'a'));
    await leaveHeads();
    expect(await openIds('pilot')).toEqual(['a', 'b', 'd']);
    expect(await openIds('pilot', ['one', 'unheard of'])).toEqual(['b']);
    expect(await openIds('pilot', ['two', 'one'])).toEqual([]);
    expect(await openIds('broad')).toEqual(['c']);
    expect(await openIds('elsewhere')).toEqual([]);
    expect(await openIds('pilot', [], 'other')).toEqual(['a']);
  });

  it('is what the run itself would tell, at any time', async () => {
    let run = planned('r');
    await openJournal().begin(run);
    const events = [
      sending('1', 'a', 'b'),
      result('1', 'a', 'planned'),
      sending('2', 'c'),
      result('1', 'a', 'settled'),
      sending('3', 'd'),
      result('3', 'd', 'answered'),
      result('1', 'b', 'settled'),
    ];
    const seen: string[][] = [];
    for (const [next, event] of events.entries()) {
      run = await goOn(run, next, event);
      seen.push(await openIds('pilot'));
      expect(seen.at(-1)).toEqual([...openItems([run], 'pilot')].sort());
    }
    expect(seen).toEqual([['a', 'b'], ['a', 'b'], ['a', 'b'], ['b'], ['b', 'd'], ['b', 'd'], ['d']]);
  });

  it('is told of a run whose record begins again in the middle', async () => {
    await written([sending('1', 'a')].reduce(reduceRun, planned('r')));
    await leaveHeads();
    expect(await openIds('pilot')).toEqual(['a']);
  });

  it('goes by any id, also by names of JavaScript’s own objects', async () => {
    const step = stepOf('1', [itemOf('constructor', { phase: 'sending' })], { targetId: '__proto__' });
    await written(runOf([step], { id: 'r' }));
    expect(await openIds('__proto__')).toEqual(['constructor']);
    expect(await openIds('constructor')).toEqual([]);
  });
});

describe('where a head does not tell it, the run is read', () => {
  it.each<[string, (head: HeadRecord) => object]>([
    ['it is missing', ({ openItems: _none, ...head }) => head],
    ['it is damaged', (head) => ({ ...head, openItems: 'a' })],
    ['a target is damaged', (head) => ({ ...head, openItems: [['pilot']] })],
    ['an id is damaged', (head) => ({ ...head, openItems: [['pilot', [5]]] })],
  ])('%s', async (_what, change) => {
    await written(planned('r'), sending('1', 'a', 'b'), result('1', 'a', 'settled'));
    await changeHead('r', change);
    expect(await openIds('pilot')).toEqual(['b']);
    await leaveHeads();
    expect(await openIds('pilot')).toEqual([]);
  });
});

describe('a head', () => {
  it('tells of a run what has to be known without reading it', () => {
    const run = [sending('1', 'a')].reduce(reduceRun, planned('r', { startedAt: 7 }));
    const head = headOf(run, 3);
    expect(head).toEqual({
      runId: 'r',
      tenantId: 'tenant',
      accountKey: 'anna',
      writtenAt: expect.any(Number),
      startedAt: 7,
      open: 1,
      next: 3,
      openItems: [['pilot', ['a']]],
    });
    expect(openItemsIn(head)).toEqual([['pilot', ['a']]]);
  });

  it('of a run that is over when its record begins again says so', async () => {
    const over = [result('1', 'a', 'settled'), done].reduce(reduceRun, planned('r'));
    await openJournal().begin(over);
    expect(await openJournal().readOpen('tenant', new Set())).toEqual([]);
    await openJournal().remove(['r']);
    expect(await openJournal().read('r')).toBeUndefined();
  });
});

describe('a run of another account', () => {
  const head = (at: number): HeadRecord => ({
    ...headOf(planned('r'), 0),
    accountKey: 'anna',
    writtenAt: at,
  });

  it('holds nobody up any more once it was left for long, and does while the clock is set back', () => {
    expect(isForsaken(head(0), 'ben', heldFor)).toBe(false);
    expect(isForsaken(head(0), 'ben', heldFor + 1)).toBe(true);
    expect(isForsaken(head(heldFor + 1), 'ben', 0)).toBe(false);
    expect(isForsaken(head(0), 'anna', 10 * heldFor)).toBe(false);
  });

  it('is left out by the journal then, and its own account still asks for it', async () => {
    const run = planned('r', { accountKey: 'anna', tenantId: 't' });
    await written(run, sending('1', 'a'));
    const ask = (accountKey: string) =>
      openJournal().readOpenItems({ tenantId: 't', accountKey }, 'pilot', new Set());
    expect([...(await ask('ben'))]).toEqual(['a']);
    const later = Date.now() + heldFor + 1_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    expect([...(await ask('ben'))]).toEqual([]);
    expect([...(await ask('anna'))]).toEqual(['a']);
    vi.restoreAllMocks();
  });
});
