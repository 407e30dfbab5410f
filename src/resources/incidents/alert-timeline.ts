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

/** The alerts of an incident, newest first. */
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

const minute = 60_000;

/** "3 h 6 min", "2 d 4 h", "12 min"; '' for less than a minute. @param span in ms */
export function spanText(span: number): string {
  const minutes = Math.round(span / minute);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const parts: readonly (readonly [count: number, unit: string])[] =
    hours >= 48
      ? [
          [days, 'd'],
          [hours % 24, 'h'],
        ]
      : [
          [hours, 'h'],
          [minutes % 60, 'min'],
        ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}
