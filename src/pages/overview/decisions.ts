import { isDriverIntent } from '../../actions/driver-approval/intent.ts';
import type { Instant } from '../../lib/instant.ts';
import type { Outcome, Run } from '../../runs/model/run.ts';

/** The decisions on drivers that this browser's history holds of one week. */
export interface DecidedWeek {
  /** The beginning of its Monday, in the reader's zone. */
  readonly begins: Instant;
  readonly approved: number;
  /** Declined or paused. */
  readonly other: number;
}

const tookEffect: readonly (Outcome | null)[] = ['successful', 'confirmed'];

/**
 * Decisions on drivers that took effect, week by week, up to the current week. A driver counts in the week in which the
 * run was started, once for each decision: a retry sends only what the run before could not.
 *
 * @param weeks how many, with the current one
 */
export function decisionsByWeek(runs: readonly Run[], now: Instant, weeks: number): readonly DecidedWeek[] {
  const counted = mondaysTo(now, weeks).map((begins) => ({ begins, approved: 0, other: 0 }));
  for (const { startedAt, steps } of runs) {
    const week = counted.findLast(({ begins }) => startedAt >= begins);
    if (!week) continue;
    for (const { intent, items } of steps) {
      if (!isDriverIntent(intent)) continue;
      const decided = items.filter(({ outcome }) => tookEffect.includes(outcome)).length;
      week[intent.action === 'approve' ? 'approved' : 'other'] += decided;
    }
  }
  return counted;
}

function mondaysTo(now: Instant, weeks: number): readonly Instant[] {
  const today = new Date(now);
  const sinceMonday = (today.getDay() + 6) % 7;
  return Array.from({ length: weeks }, (_, index) =>
    new Date(
      today.getFullYear(),
      today.getMonth(),
      today.getDate() - sinceMonday - 7 * (weeks - 1 - index),
    ).getTime(),
  );
}
