import { startOfDay } from '../../lib/local-day.ts';
import type { ParkedUpdate } from '../../resources/driver-updates/review-notes.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatNearDay } from '../../ui/format.ts';
import { Popover } from '../../ui/popover.tsx';
import styles from './parked-menu.module.css';

/** What is put off, with the day on which each comes back; nothing where nothing is. */
export function ParkedMenu({
  parked,
  onReturn,
}: {
  parked: readonly ParkedUpdate[];
  onReturn: (updateId: string) => void;
}) {
  if (parked.length === 0) return null;
  return (
    <Popover
      trigger={(props) => (
        <Button {...props} appearance="subtle">
          Parked ({formatCount(parked.length)})
        </Button>
      )}
    >
      <ul className={styles.list} aria-label="Parked drivers">
        {parked.map(({ id, name, until }) => (
          <li key={id} className={styles.parked}>
            <span className={styles.name}>
              <bdi>{name}</bdi>
              <span className={styles.until}>until {formatNearDay(startOfDay(until) ?? 0)}</span>
            </span>
            <Button size="small" aria-label={`Return ${name}`} onClick={() => onReturn(id)}>
              Return
            </Button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
