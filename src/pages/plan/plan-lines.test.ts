import { describe, expect, it } from 'vitest';
import { changeKey, type StagedChange } from '../../plan/staged/staged-change.ts';
import { stagedOf } from '../../plan/staged/test-staged.ts';
import type { Preview } from '../../runs/sending/preview.ts';
import { checkTexts } from './check-text.ts';
import { groupsOf, linesOf, maySend } from './plan-lines.ts';

const planOf = (...changes: readonly StagedChange[]) =>
  new Map(changes.map((change) => [changeKey(change), change]));

/** A preview that sends these changes, and leaves out others. */
function previewOf(sent: readonly StagedChange[], leftOut: Preview['leftOut'] = []): Preview {
  const targets = sent.map(({ target, intent, item }) => ({ ...target, intent, items: [item] }));
  return { plan: { title: 'A plan', note: '', targets }, leftOut, seen: [] };
}

describe('the lines of a plan', () => {
  const [a, b] = [stagedOf('a'), stagedOf('b')];

  it('are unread until something was read', () => {
    expect(linesOf(planOf(a), undefined).map(({ state, why }) => [state, why])).toEqual([['unread', '']]);
  });

  it('tell what is sent under the names of the read, and what changed since it was staged', () => {
    const renamed = { ...a, target: { ...a.target, name: 'Pilot, renamed' } };
    const approved = { ...b.item, before: 'approved' };
    const lines = linesOf(
      planOf(a, b),
      previewOf([renamed], [{ item: approved, reason: 'Status changed from “needs review” to “approved”' }]),
    );
    expect(lines.map(({ state, targetName, why }) => [state, targetName, why])).toEqual([
      ['sent', 'Pilot, renamed', ''],
      ['skipped', 'Ring pilot', 'Approved since you staged it'],
    ]);
  });

  it('keep the reason of what is as it was staged', () => {
    const [line] = linesOf(planOf(a), previewOf([], [{ item: a.item, reason: 'Left the profile' }]));
    expect(line?.why).toBe('Left the profile');
  });

  it('tell what was not read, and what another run holds, from what no longer applies', () => {
    const changed = { ...b.item, before: 'approved' };
    const lines = linesOf(
      planOf(a, b, stagedOf('c')),
      previewOf(
        [],
        [
          { item: a.item, reason: 'Not allowed', open: 'unread' },
          { item: changed, reason: 'Waiting', open: 'held' },
          { item: stagedOf('c').item, reason: 'Left the profile' },
        ],
      ),
    );
    expect(lines.map(({ state, why }) => [state, why])).toEqual([
      ['unchecked', 'Not allowed'],
      ['held', 'Waiting'],
      ['skipped', 'Left the profile'],
    ]);
    expect(lines.filter(maySend)).toEqual([]);
    expect(linesOf(planOf(a), undefined).filter(maySend)).toHaveLength(1);
  });

  it('tell drivers of one id in several profiles apart by the order of the read', () => {
    const other = stagedOf('a', { targetId: 'early' });
    const later = stagedOf('a', { targetId: 'broad', action: 'decline' });
    const leftOut = [
      { item: other.item, reason: 'in early' },
      { item: later.item, reason: 'in broad' },
    ];
    // The decline was staged first, and is read after the approvals.
    const lines = linesOf(planOf(a, later, other), previewOf([a], leftOut));
    expect(lines.map(({ change, why }) => [change.target.id, why])).toEqual([
      ['pilot', ''],
      ['broad', 'in broad'],
      ['early', 'in early'],
    ]);
  });
});

describe('the groups of a plan', () => {
  const task = {
    ...stagedOf('t1', { targetId: 't1' }),
    intent: { kind: 'response-action' },
  };

  it('stand in the order of rings, with what has no ring behind', () => {
    const lines = linesOf(
      planOf(
        task,
        stagedOf('a', { targetId: 'kiosks' }),
        stagedOf('a', { targetId: 'early' }),
        stagedOf('b'),
      ),
      undefined,
    );
    const groups = groupsOf(lines, ['pilot', 'early', 'kiosks'], 2);
    expect(groups.map(({ name, ring, lines: own }) => [name, ring, own.length])).toEqual([
      ['Ring pilot', 1, 1],
      ['Ring early', 2, 1],
      ['Ring kiosks', undefined, 1],
      ['Tasks', undefined, 1],
    ]);
  });

  it('tell how long after an earlier ring a driver comes', () => {
    const day = new Date(2026, 11, 8, 6).getTime();
    const week = new Date(2026, 11, 15, 6).getTime();
    const early = stagedOf('a', { targetId: 'early', deployAt: week });
    const groups = groupsOf(
      linesOf(
        planOf(stagedOf('a', { deployAt: day }), stagedOf('b', { action: 'suspend' }), early),
        undefined,
      ),
      ['pilot', 'early'],
      2,
    );
    const textsOf = (...order: typeof groups) => [...checkTexts(order, day)];
    const [first, second] = groups as [(typeof groups)[number], (typeof groups)[number]];
    const keyOf = (group: typeof first) => group.lines[0]?.key;
    expect(textsOf(first, second)).toEqual([[keyOf(second), '7 days after Ring pilot']]);
    expect(textsOf(second, first)).toEqual([[keyOf(first), '7 days before Ring early']]);
    expect(textsOf(first, first)).toEqual([[keyOf(first), 'Same day as Ring pilot']]);
    const skipped = { ...first, lines: first.lines.map((line) => ({ ...line, state: 'skipped' as const })) };
    expect(textsOf(skipped, second)).toEqual([]);
  });
});
