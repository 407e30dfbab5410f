import { useState } from 'react';
import { devicesAtMost, devicesAtMostOver } from '../../actions/driver-approval/devices.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { byRing, type Entry, type RingEntries } from './agenda.ts';
import { AgendaEntry, type EntryCommands } from './agenda-entry.tsx';
import styles from './agenda-list.module.css';
import { entriesText, longDay } from './words.ts';

/** So many days are listed before a person asks for more, and so many drivers of one profile and day. */
const mostDays = 14;
const mostEntries = 8;

/** What becomes available, by day, then by profile in the order of rings. */
export function AgendaList({
  days,
  ringIds,
  commands,
}: {
  /** In order. */
  days: ReadonlyMap<string, readonly Entry[]>;
  /** Those that have a number, in their order. */
  ringIds: readonly string[];
  commands: EntryCommands;
}) {
  const [most, setMost] = useState(mostDays);
  const shown = [...days].slice(0, most);
  return (
    <>
      {shown.map(([day, entries]) => (
        <section key={day} className={styles.day} aria-label={longDay(day)}>
          <h3 className={styles.date}>{longDay(day)}</h3>
          <p className={styles.facts}>
            {entriesText(entries)}
            {deviceText(byRing(entries.filter(({ kind }) => kind === 'scheduled')))}
          </p>
          {byRing(entries).map((ring) => (
            <Ring
              key={ring.profile.id}
              ring={ring}
              number={ringIds.indexOf(ring.profile.id) + 1}
              commands={commands}
            />
          ))}
        </section>
      ))}
      {days.size > most && (
        <Button className={styles.more ?? ''} onClick={() => setMost(most + mostDays)}>
          Show {countOf(Math.min(mostDays, days.size - most), 'later day')}
        </Button>
      )}
    </>
  );
}

/** ", at most 214 devices" @param rings those of one day */
function deviceText(rings: readonly RingEntries[]): string {
  const devices = devicesAtMostOver(
    rings.map(({ profile, entries }) =>
      devicesAtMost(
        entries.map(({ driver }) => driver),
        profile,
      ),
    ),
  );
  return devices === null || rings.length === 0 ? '' : `, at most ${countOf(devices, 'device')}`;
}

function Ring({
  ring: { profile, entries },
  number,
  commands,
}: {
  ring: RingEntries;
  /** Its place among the rings; 0: none. */
  number: number;
  commands: EntryCommands;
}) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? entries : entries.slice(0, mostEntries);
  const name = profileName(profile);
  return (
    <>
      <h4 className={styles.ring}>
        <bdi className={styles.name}>{name}</bdi>
        {number > 0 && (
          <span className={styles.number} title={`Ring ${number}`}>
            {number}
          </span>
        )}
        <span className={styles.count}>{formatCount(entries.length)}</span>
      </h4>
      <ul className={styles.entries} aria-label={name}>
        {shown.map((entry) => (
          <AgendaEntry key={entry.key} entry={entry} commands={commands} />
        ))}
      </ul>
      {entries.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
          Show {formatCount(entries.length - shown.length)} more in <bdi>{name}</bdi>
        </Button>
      )}
    </>
  );
}
