// biome-ignore-all lint/a11y/useSemanticElements: a cell holds the focus and a name, which that of a table doesn't.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid, focus goes to cells and not to rows.
import { DeveloperBoardRegular } from '@fluentui/react-icons/headless/svg/developer-board';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { type Freeze, freezeOn } from '../../resources/driver-updates/freeze.ts';
import { weekdayNames } from '../../resources/driver-updates/freeze-words.ts';
import { formatCount } from '../../ui/format.ts';
import { type Entry, linesOf } from './agenda.ts';
import { dayByKey, monthOf, patchTuesdayIn, weekdayOf, weeksOf } from './month.ts';
import styles from './month-grid.module.css';
import { useRoomInDay } from './use-room-in-day.ts';
import { dayName, monthName, shortDay } from './words.ts';

/** In px, with the gap between two. */
const lineHeight = 20;
const freezeHeight = 16;
const fewestLines = 2;

/**
 * The weeks of a month, with what becomes available on each day. One day is in the order of Tab; arrows, Home, End and the
 * page keys choose another.
 */
export function MonthGrid({
  month,
  chosen,
  today,
  days,
  freezes,
  profileIds,
  onChoose,
}: {
  /** "2026-12" */
  month: string;
  /** "2026-12-08" */
  chosen: string | undefined;
  today: string;
  days: ReadonlyMap<string, readonly Entry[]>;
  freezes: readonly Freeze[];
  /** In the order of rings. */
  profileIds: readonly string[];
  onChoose: (day: string) => void;
}) {
  const grid = useRef<HTMLDivElement>(null);
  /** The day that a key has led to: the next key goes on from it, though the address may not say so yet. */
  const typed = useRef<string>(undefined);
  const weeks = weeksOf(month);
  const room = useRoomInDay(grid, weeks.length);
  const shown = weeks.flat();
  // The address may name a day of another month.
  const stop = [chosen, today].find((day) => day !== undefined && shown.includes(day)) ?? `${month}-01`;

  useLayoutEffect(() => {
    if (typed.current !== stop) return;
    typed.current = undefined;
    grid.current?.querySelector<HTMLElement>(`[data-day="${stop}"]`)?.focus();
  }, [stop]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const mirrored = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[event.key];
    const isChoice = event.key === 'Enter' || event.key === ' ';
    const from = typed.current ?? stop;
    const day = isChoice ? from : dayByKey(from, (isRightToLeft && mirrored) || event.key);
    if (day === undefined) return;
    event.preventDefault();
    // On the stop, the focus is there already.
    typed.current = day === stop ? undefined : day;
    onChoose(day);
  }

  function onClick(day: string) {
    typed.current = undefined;
    onChoose(day);
  }

  return (
    <div
      ref={grid}
      role="grid"
      className={styles.grid}
      aria-label={monthName(month)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div role="row" className={styles.weekdays}>
        {weekdayNames.map((name) => (
          <div key={name} role="columnheader" className={styles.weekday} aria-label={name}>
            {name.slice(0, 3)}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} role="row" className={styles.week}>
          {week.map((day, place) => (
            <Day
              key={day}
              day={day}
              isOutside={monthOf(day) !== month}
              isChosen={day === chosen}
              isStop={day === stop}
              isToday={day === today}
              isPast={day < today}
              hasMonth={day === shown[0] || day.endsWith('-01')}
              room={room}
              entries={days.get(day) ?? none}
              freezes={freezesOn(day, freezes, profileIds)}
              // Of a freeze that goes on, a week says the name once.
              named={freezesNot(week[place - 1], freezesOn(day, freezes, profileIds))}
              onChoose={onClick}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const none: readonly Entry[] = [];

/** The freezes that a day falls into for any profile on show. */
function freezesOn(
  day: string,
  freezes: readonly Freeze[],
  profileIds: readonly string[],
): readonly Freeze[] {
  return freezes.filter(
    (freeze) => (freeze.profileIds?.some((id) => profileIds.includes(id)) ?? true) && covers(freeze, day),
  );
}

/** Those of these freezes that don't cover the day before. @param before absent: the week begins */
function freezesNot(before: string | undefined, freezes: readonly Freeze[]): readonly Freeze[] {
  return freezes.filter((freeze) => before === undefined || !covers(freeze, before));
}

/** Whether a day falls into a freeze, for the profiles that it concerns. */
function covers(freeze: Freeze, day: string): boolean {
  return freezeOn([{ ...freeze, profileIds: null }], '', day) !== undefined;
}

function Day({
  day,
  isOutside,
  isChosen,
  isStop,
  isToday,
  isPast,
  hasMonth,
  room,
  entries,
  freezes,
  named,
  onChoose,
}: {
  day: string;
  /** It belongs to the month before or after. */
  isOutside: boolean;
  isChosen: boolean;
  isStop: boolean;
  isToday: boolean;
  isPast: boolean;
  /** The number alone doesn't say of which month. */
  hasMonth: boolean;
  /** So much height there is for lines, in px. */
  room: number;
  entries: readonly Entry[];
  freezes: readonly Freeze[];
  /** Those whose names are written here. */
  named: readonly Freeze[];
  onChoose: (day: string) => void;
}) {
  const isPatchTuesday = day === patchTuesdayIn(monthOf(day));
  const looks = [
    styles.day,
    (isOutside || isPast) && styles.quiet,
    weekdayOf(day) > 5 && styles.weekend,
    freezes.length > 0 && styles.frozen,
    isChosen && styles.chosen,
  ];
  const lines = linesOf(entries);
  const most = Math.max(fewestLines, Math.floor((room - (named.length > 0 ? freezeHeight : 0)) / lineHeight));
  const shown = lines.length > most ? lines.slice(0, most - 1) : lines;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    <div
      role="gridcell"
      className={looks.filter(Boolean).join(' ')}
      tabIndex={isStop ? 0 : -1}
      aria-selected={isChosen}
      aria-current={isToday ? 'date' : undefined}
      data-day={day}
      onClick={() => onChoose(day)}
    >
      <span className={styles.name}>{dayName(day, { entries, freezes, isPatchTuesday })}</span>
      {/* The name says the same, and all of it. */}
      <span className={styles.content} aria-hidden="true">
        <span className={styles.head}>
          <span className={isToday ? `${styles.number} ${styles.today}` : styles.number}>
            {hasMonth ? shortDay(day) : Number(day.slice(8))}
          </span>
          {isPatchTuesday && <span className={styles.patch}>Patch Tuesday</span>}
        </span>
        {named.length > 0 && <bdi className={styles.freeze}>{named.map(({ name }) => name).join(', ')}</bdi>}
        {shown.map(({ profile, entries: own, kind }) => (
          <span
            key={`${kind} ${profile.id}`}
            className={kind === 'staged' ? `${styles.line} ${styles.staged}` : styles.line}
          >
            <bdi className={styles.profile}>{profileName(profile)}</bdi>
            {own.some(({ driver }) => isFirmware(driver)) && (
              <span className={styles.firmware}>
                <DeveloperBoardRegular />
              </span>
            )}
            <span className={styles.count}>{formatCount(own.length)}</span>
          </span>
        ))}
        {lines.length > shown.length && (
          <span className={styles.more}>{formatCount(lines.length - shown.length)} more</span>
        )}
      </span>
    </div>
  );
}
