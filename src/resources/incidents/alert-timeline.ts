import type { Alert } from '../../graph/incident-details.ts';
import type { Instant } from '../../lib/instant.ts';
import { evidenceName } from './evidence-summary.ts';

/** An alert in its place. */
export interface TimelineEntry {
  readonly alert: Alert;
  /** When what it tells of began: its first activity, or else its creation; null where Graph says neither. */
  readonly at: Instant | null;
  /** What it is about in a word or two: its device, or else its first evidence; '' without evidence. */
  readonly about: string;
}

export interface AlertTimeline {
  /** The newest first, as one reads what happened last; without a time last. */
  readonly entries: readonly TimelineEntry[];
  /** From the first activity to the last, in ms; undefined where fewer than two times are known. */
  readonly span: number | undefined;
}

/** The alerts of an incident in the order of what happened. */
export function alertTimeline(alerts: readonly Alert[]): AlertTimeline {
  const entries = alerts.map((alert): TimelineEntry => {
    const { items } = alert.evidence;
    const first = items.find(({ kind }) => kind === 'device') ?? items[0];
    return { alert, at: startOf(alert), about: first ? evidenceName(first) : '' };
  });
  const times = alerts.flatMap((alert) =>
    [startOf(alert), alert.lastActivityDateTime].filter((time) => time !== null),
  );
  return {
    entries: entries.toSorted((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || 0),
    span: times.length < 2 ? undefined : latestOf(times) - earliestOf(times),
  };
}

function startOf({ firstActivityDateTime, createdDateTime }: Alert): Instant | null {
  return firstActivityDateTime ?? createdDateTime;
}

function earliestOf(times: readonly Instant[]): Instant {
  return times.reduce((one, other) => Math.min(one, other));
}

function latestOf(times: readonly Instant[]): Instant {
  return times.reduce((one, other) => Math.max(one, other));
}
