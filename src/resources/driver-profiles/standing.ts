import { approvalStatuses, type Driver } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';
import { isKnown } from '../../lib/members.ts';
import type { Segment, Tone } from '../../ui/charts/stacked-bar.tsx';
import { formatCount } from '../../ui/format.ts';

/** How many drivers stand how. */
export interface Coverage {
  readonly approved: number;
  /** Approved, with an availability date to come. */
  readonly scheduled: number;
  readonly needsReview: number;
  readonly suspended: number;
  readonly declined: number;
  /** Of a status that this version does not know. */
  readonly other: number;
}

/** Where a driver stands in its profile: its approval status, and whether its date is still to come. */
export type Standing = keyof Coverage;

/** @param now epoch ms */
export function standingOf(
  { approvalStatus, deployDateTime }: Pick<Driver, 'approvalStatus' | 'deployDateTime'>,
  now: Instant,
): Standing {
  if (!isKnown(approvalStatuses, approvalStatus)) return 'other';
  const isAhead = deployDateTime !== null && deployDateTime > now;
  return approvalStatus === 'approved' && isAhead ? 'scheduled' : approvalStatus;
}

/** @param now epoch ms */
export function coverageOf(drivers: readonly Driver[], now: Instant): Coverage {
  const counts = { approved: 0, scheduled: 0, needsReview: 0, suspended: 0, declined: 0, other: 0 };
  for (const driver of drivers) counts[standingOf(driver, now)] += 1;
  return counts;
}

/** In the order in which charts show them. */
export const standings: readonly { readonly of: Standing; readonly tone: Tone; readonly label: string }[] = [
  { of: 'approved', tone: 'approved', label: 'Approved' },
  { of: 'scheduled', tone: 'scheduled', label: 'Scheduled' },
  { of: 'needsReview', tone: 'review', label: 'To review' },
  { of: 'suspended', tone: 'paused', label: 'Paused' },
  { of: 'declined', tone: 'declined', label: 'Declined' },
  { of: 'other', tone: 'other', label: 'Other' },
];

/** The parts of a bar. */
export function segmentsOf(coverage: Coverage): readonly Segment[] {
  return standings.map(({ of, tone }) => ({ tone, count: coverage[of] }));
}

/** "12 approved, 3 to review" */
export function coverageText(coverage: Coverage): string {
  return standings
    .filter(({ of }) => coverage[of] > 0)
    .map(({ of, label }) => `${formatCount(coverage[of])} ${label.toLowerCase()}`)
    .join(', ');
}
