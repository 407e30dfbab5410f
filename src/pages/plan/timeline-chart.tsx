import type { SeenProfile } from '../../actions/driver-approval/seen.ts';
import { startOfDay } from '../../lib/local-day.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { countOf, formatMinute, formatMonth, nameFew } from '../../ui/format.ts';
import { devicesOver } from './devices.ts';
import { RingName } from './ring-name.tsx';
import type { Lane, LaneGroup, Timeline } from './timeline.ts';
import styles from './timeline-chart.module.css';

const verbs = {
  approve: '',
  suspend: 'Pause ',
  decline: 'Decline ',
  skipped: 'Skipped: ',
  unchecked: 'Not checked: ',
  held: 'Waiting for another run: ',
} as const;

/** The place in percent from which a bar has too little room for its words: they stand before it then. */
const late = 62;

/** When a plan reaches each profile: one bar for each decision, in the order of rings. */
export function TimelineChart({
  timeline: { days, ticks, groups },
  seen,
}: {
  timeline: Timeline;
  seen: ReadonlyMap<string, SeenProfile>;
}) {
  if (groups.length === 0) return null;
  const percent = (place: number) => `${(100 * place) / days.length}%`;
  return (
    <section className={styles.timeline} aria-labelledby="when-it-reaches">
      <div className={styles.head}>
        <h2 id="when-it-reaches" className={styles.title}>
          When it reaches each ring
        </h2>
        <span className={styles.legend} aria-hidden="true">
          <span className={styles.approve}>Approve</span>
          <span className={styles.suspend}>Pause</span>
          <span className={styles.decline}>Decline</span>
          <span className={styles.inFreeze}>Inside a freeze</span>
        </span>
      </div>
      <div className={styles.axis} aria-hidden="true">
        <span className={styles.ring} />
        <span className={styles.days}>
          {monthsOf(days, ticks).map(({ place, name }) => (
            <span key={place} className={styles.month} style={{ insetInlineStart: percent(place) }}>
              {name}
            </span>
          ))}
          {ticks.map((place, index) => (
            <span
              key={place}
              className={`${styles.day} ${place === 0 ? styles.today : ''} ${index % 2 === 1 ? styles.odd : ''}`}
              style={{ insetInlineStart: percent(place) }}
            >
              {Number(days[place]?.slice(8))}
            </span>
          ))}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
      <ul className={styles.groups} aria-label="By ring" tabIndex={0}>
        {groups.map((group) => (
          <li key={group.id} className={styles.group}>
            <span className={styles.ring}>
              <RingName name={group.name} ring={group.ring} />
            </span>
            <Lanes group={group} percent={percent} ticks={ticks} count={days.length} seen={seen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lanes({
  group: { lanes, frozen },
  percent,
  ticks,
  count,
  seen,
}: {
  group: LaneGroup;
  percent: (place: number) => string;
  ticks: readonly number[];
  count: number;
  seen: ReadonlyMap<string, SeenProfile>;
}) {
  return (
    <ul className={styles.lanes}>
      {ticks.map((place) => (
        <li
          key={place}
          className={styles.line}
          style={{ insetInlineStart: percent(place) }}
          aria-hidden="true"
        />
      ))}
      {frozen.map(({ from, to, name }) => (
        <li
          key={from}
          className={styles.frozen}
          title={name}
          style={{ insetInlineStart: percent(from), inlineSize: percent(to - from) }}
          aria-hidden="true"
        />
      ))}
      {lanes.map((lane) => {
        const isLate = (100 * lane.from) / count > late;
        const text = laneText(lane);
        const beside = besideText(lane, seen);
        return (
          <li key={lane.key} className={styles.lane}>
            <span
              className={`${styles.bar} ${styles[lane.kind]} ${lane.isFrozen ? styles.inFreeze : ''}`}
              style={{ insetInlineStart: percent(lane.from) }}
            />
            <span
              className={isLate ? `${styles.text} ${styles.before}` : styles.text}
              style={
                isLate
                  ? { insetInlineEnd: percent(count - lane.from) }
                  : { insetInlineStart: percent(lane.from) }
              }
              title={`${text}, ${beside}`}
            >
              <bdi className={styles.names}>{text}</bdi> <span className={styles.beside}>{beside}</span>
              <span className={styles.unseen}>
                {whenText(lane)}
                {lane.isFrozen && ', inside a freeze'}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function whenText({ kind, date }: Lane): string {
  if (kind === 'skipped') return '';
  if (date !== null) return `, from ${formatMinute(date)}`;
  return kind === 'approve' ? ', as soon as possible' : ', now';
}

/** "Pause Intel Wi-Fi 7 BE200 23.110.0.5" */
function laneText({ kind, lines }: Lane): string {
  const names = lines.map(({ item }) =>
    item.name.includes(item.detail)
      ? showName(item.name)
      : `${showName(item.name)} ${showHidden(item.detail)}`,
  );
  return `${verbs[kind]}${nameFew(names)}`;
}

function besideText({ kind, lines }: Lane, seen: ReadonlyMap<string, SeenProfile>): string {
  if (kind === 'skipped') return countOf(lines.length, 'change');
  const devices = devicesOver(lines, seen);
  return devices === null ? countOf(lines.length, 'driver') : countOf(devices, 'device');
}

const shortMonths = new Intl.DateTimeFormat('en', { month: 'short' });

/** So many named days are as wide as the name of a month. */
const roomForMonth = 3;

/** Where each month begins, by as much of its name as has the room. */
function monthsOf(days: readonly string[], ticks: readonly number[]) {
  const isNew = (place: number, index: number) =>
    days[place]?.slice(0, 7) !== days[ticks[index - 1] ?? -1]?.slice(0, 7);
  const starts = ticks.filter(isNew);
  return starts.flatMap((place, index) => {
    const end = starts[index + 1] ?? days.length;
    const start = startOfDay(days[place]);
    const named = ticks.filter((tick) => tick >= place && tick < end).length;
    if (start === undefined) return [];
    return [{ place, name: named < roomForMonth ? shortMonths.format(start) : formatMonth(start) }];
  });
}
