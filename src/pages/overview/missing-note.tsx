import { countOf } from '../../ui/format.ts';
import type { Missing } from './fleet-facts.ts';
import styles from './overview.module.css';

/** Says of a panel that it does not hold everything: of what is still loading, or at the end of what couldn't be read. */
export function MissingNote({ missing: { loading, failed } }: { missing: Missing }) {
  if (loading > 0)
    return <p className={styles.note}>Loading the drivers of {countOf(loading, 'profile')}…</p>;
  return (
    <p className={styles.note} role="status" hidden={failed === 0}>
      {failed > 0 && `Without the drivers of ${countOf(failed, 'profile')} that couldn’t be read.`}
    </p>
  );
}
