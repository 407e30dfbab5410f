import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DeleteAndSignOutDialog } from './delete-and-sign-out-dialog.tsx';
import type { Keeping } from './kept-storage.ts';
import { keepingQuery } from './queries.ts';
import styles from './settings-page.module.css';

const keepingTexts: Record<Keeping, string> = {
  kept: 'The browser agreed to keep it when storage runs low.',
  refused: 'The browser may delete it when storage runs low: it didn’t grant permanent storage.',
  notAsked: 'After the first run, Actiondesk asks the browser to keep it when storage runs low.',
  unsupported: 'The browser may delete it when storage runs low.',
};

/** Where the history is kept, for how long, and how safe it is there. */
export function HistorySettings() {
  const [isAsking, setAsking] = useState(false);
  const keeping = useQuery(keepingQuery());
  return (
    <section aria-labelledby="history">
      <h2 id="history" className={styles.legend}>
        History
      </h2>
      <p className={styles.text}>
        What you send is recorded only in this browser, for up to 30 days or 1,000 runs. Open runs are kept
        until their results are known. In a private window, history is lost when the window closes.{' '}
        {keeping.data && keepingTexts[keeping.data]}
      </p>
      <p className={styles.text}>
        <Link to="/history">View, export, or delete history</Link>
      </p>
      <Button onClick={() => setAsking(true)}>Sign out and delete my history</Button>
      {isAsking && <DeleteAndSignOutDialog onClose={() => setAsking(false)} />}
    </section>
  );
}
