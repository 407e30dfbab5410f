import { describe, expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { decisionsByWeek } from './decisions.ts';

/** A Wednesday, in the reader's zone. */
const now = new Date(2026, 11, 2, 15).getTime();
const monday = new Date(2026, 10, 30).getTime();
const approve = { kind: 'driver-approval', action: 'approve', deployAt: null } as const;
const confirmed = (id: string) => itemOf(id, { phase: 'settled', outcome: 'confirmed' });
const runAt = (startedAt: number, ...steps: Parameters<typeof runOf>[0]) =>
  runOf(steps, { startedAt, state: 'done' });

describe('decisions by week', () => {
  it('count what took effect, from Monday to Sunday, up to the current week', () => {
    const failed = itemOf('z', { phase: 'settled', outcome: 'failed' });
    const runs = [
      runAt(now, stepOf('1', [confirmed('a'), confirmed('b'), failed], { intent: approve })),
      runAt(monday - 1, stepOf('1', [confirmed('c')], { intent: { ...approve, action: 'decline' } })),
    ];
    expect(decisionsByWeek(runs, now, 2)).toEqual([
      { begins: new Date(2026, 10, 23).getTime(), approved: 0, other: 1 },
      { begins: monday, approved: 2, other: 0 },
    ]);
  });

  it('leave out what is older, and actions on anything but drivers', () => {
    const isolate = { kind: 'response-action' } as const;
    const runs = [
      runAt(new Date(2026, 10, 22).getTime(), stepOf('1', [confirmed('a')], { intent: approve })),
      runAt(now, stepOf('1', [confirmed('task')], { intent: isolate })),
    ];
    expect(decisionsByWeek(runs, now, 2).map(({ approved, other }) => approved + other)).toEqual([0, 0]);
  });

  it('begin on the Monday before a Sunday', () => {
    const sunday = new Date(2026, 11, 6, 23).getTime();
    expect(decisionsByWeek([], sunday, 1)).toEqual([{ begins: monday, approved: 0, other: 0 }]);
  });
});
