import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Keeping, readKeeping } from './kept-storage.ts';
import styles from './settings-page.module.css';

const keepingTexts: Record<Keeping, string> = {
  kept: 'The browser has agreed to keep it even when space runs short.',
  refused:
    'The browser was asked to keep it even when space runs short, and has not agreed: it may delete it then.',
  notAsked: 'After the first run the browser is asked to keep it even when space runs short.',
  unsupported: 'The browser may delete it when space runs short.',
};

/** Where the record of what was sent is, for how long, and how safe it is there. */
export function HistorySettings() {
  const keeping = useQuery({ queryKey: ['storage'], queryFn: readKeeping, staleTime: 0 });
  return (
    <section aria-labelledby="history">
      <h2 id="history" className={styles.legend}>
        History
      </h2>
      <p className={styles.text}>
        What you send is recorded in this browser and nowhere else: for 30 days and 1,000 runs at most. Runs
        that are open stay until it is known what became of them. In a private window the record is lost when
        the window closes. {keeping.data && keepingTexts[keeping.data]}
      </p>
      <Link to="/history">Show, export or delete the history</Link>
    </section>
  );
}
