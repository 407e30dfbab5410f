import { describe, expect, it } from 'vitest';
import { changeKey, type StagedChange } from '../../plan/staged/staged-change.ts';
import { stagedOf } from '../../plan/staged/test-staged.ts';
import type { Preview } from '../../runs/sending/preview.ts';
import { checkText } from './check-text.ts';
import { groupsOf, linesOf } from './plan-lines.ts';

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
    const line = (at: number) => groups[at]?.lines[0] as (typeof groups)[number]['lines'][number];
    const pause = groups[0]?.lines[1] as (typeof groups)[number]['lines'][number];
    expect(checkText(line(1), groups.slice(0, 1), day)).toBe('7 days after Ring pilot');
    expect(checkText(line(0), groups.slice(1), day)).toBe('7 days before Ring early');
    expect(checkText(line(0), groups.slice(0, 1), day)).toBe('Same day as Ring pilot');
    expect(checkText(line(0), [], day)).toBe('');
    expect(checkText(pause, groups, day)).toBe('');
  });
});
