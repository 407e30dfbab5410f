import { isDriverIntent } from '../../actions/driver-approval/intent.ts';
import { groupBy } from '../../lib/group-by.ts';
import type { Instant } from '../../lib/instant.ts';
import { dayOf, startOfDay } from '../../lib/local-day.ts';
import { dateOf } from '../../plan/staged/change-words.ts';
import { type Freeze, freezeOn } from '../../resources/driver-updates/freeze.ts';
import { isSameIntent, partsOf } from '../../runs/action.ts';
import type { PlanGroup, PlanLine } from './plan-lines.ts';

/** Three weeks are seen at least; a plan that reaches further ends a week after its last date. */
const fewestDays = 21;
const daysAfter = 7;
/** Nobody plans further ahead: what does stands at the end. */
const mostDays = 400;
/** So many days have their numbers. */
const mostTicks = 21;

/** One bar: what becomes of drivers of one profile from one day on. */
export interface Lane {
  readonly key: string;
  /** `unchecked` and `held`: whether it is sent isn't known, or not yet. */
  readonly kind: 'approve' | 'suspend' | 'decline' | Exclude<PlanLine['state'], 'sent' | 'unread'>;
  readonly lines: readonly PlanLine[];
  /** The place of its first day among those of the timeline. */
  readonly from: number;
  /** Null: as soon as possible, and for what has no date. */
  readonly date: Instant | null;
  readonly isFrozen: boolean;
}

/** The lanes of one profile. */
export interface LaneGroup extends Pick<PlanGroup, 'id' | 'name' | 'ring'> {
  readonly lanes: readonly Lane[];
  /** Days on which freezes keep the profile from getting anything, as ranges of places; `to` is not in it. */
  readonly frozen: readonly { readonly from: number; readonly to: number; readonly name: string }[];
}

export interface Timeline {
  /** "2026-12-08", from today on. */
  readonly days: readonly string[];
  /** The places of the days that are named. */
  readonly ticks: readonly number[];
  readonly groups: readonly LaneGroup[];
}

/** What a plan does to drivers, by profile and day. @param now epoch ms */
export function timelineOf(groups: readonly PlanGroup[], freezes: readonly Freeze[], now: Instant): Timeline {
  const today = dayOf(now);
  const own = groups.flatMap(({ lines, ...group }) => {
    const lanes = lanesOf(lines, freezes, now);
    return lanes.length === 0 ? [] : [{ ...group, lanes }];
  });
  const last = Math.max(0, ...own.flatMap(({ lanes }) => lanes.map(({ from }) => from)));
  const count = Math.min(mostDays, Math.max(fewestDays, last + daysAfter));
  const days = Array.from({ length: count }, (_, place) => dayOf(startOfDay(today, place) ?? now));
  const each = Math.ceil(count / mostTicks);
  return {
    days,
    ticks: [...days.keys()].filter((place) => place % each === 0),
    groups: own.map((group) => ({
      ...group,
      lanes: group.lanes.map((lane) => ({ ...lane, from: Math.min(lane.from, count - 1) })),
      frozen: rangesOf(days, freezes, group.id),
    })),
  };
}

function lanesOf(lines: readonly PlanLine[], freezes: readonly Freeze[], now: Instant): readonly Lane[] {
  const drivers = lines.filter(({ change }) => isDriverIntent(change.intent));
  const byIntent = groupBy(drivers, ({ change, state }) => {
    if (state === 'skipped') return 'skipped';
    const intent = JSON.stringify(partsOf(change.intent));
    return state === 'held' || state === 'unchecked' ? `${state} ${intent}` : intent;
  });
  return [...byIntent]
    .flatMap(([key, own]): readonly Lane[] => {
      const [first] = own;
      if (!first || !isDriverIntent(first.change.intent)) return [];
      const isSkipped = key === 'skipped';
      const isDated =
        !isSkipped || own.every(({ change }) => isSameIntent(change.intent, first.change.intent));
      const date = isDated ? (dateOf(first.change) ?? null) : null;
      const day = dayOf(Math.max(date ?? now, now));
      const isApproval = first.change.intent.action === 'approve';
      return [
        {
          key,
          kind: kindOf(first.state) ?? first.change.intent.action,
          lines: own,
          from: daysBetween(dayOf(now), day),
          date,
          isFrozen:
            kindOf(first.state) === undefined &&
            isApproval &&
            freezeOn(freezes, first.change.target.id, day) !== undefined,
        },
      ];
    })
    .toSorted((one, other) => one.from - other.from);
}

/** What isn't sent as far as is known is drawn as that, whatever it would do. */
function kindOf(state: PlanLine['state']): 'skipped' | 'unchecked' | 'held' | undefined {
  return state === 'sent' || state === 'unread' ? undefined : state;
}

/** Both are days of `dayOf`: clocks that change make a day an hour longer or shorter. */
function daysBetween(one: string, other: string): number {
  return Math.round(((startOfDay(other) ?? 0) - (startOfDay(one) ?? 0)) / 86_400_000);
}

function rangesOf(days: readonly string[], freezes: readonly Freeze[], profileId: string) {
  const ranges: { from: number; to: number; name: string }[] = [];
  for (const [place, day] of days.entries()) {
    const name = freezeOn(freezes, profileId, day)?.name;
    const before = ranges.at(-1);
    if (name === undefined) continue;
    if (before?.to === place && before.name === name) before.to = place + 1;
    else ranges.push({ from: place, to: place + 1, name });
  }
  return ranges;
}
