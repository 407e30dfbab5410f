import { whyNoAlerts } from '../../../resources/incidents/alert-words.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './alerts-problem.module.css';
import type { Parts } from './use-parts.ts';

/** That the alerts may not be read. Any other problem concerns the whole incident, and is told above its tasks. */
export function AlertsProblem({ parts: { alerts, problem, tryAgain } }: { parts: Parts }) {
  if (problem?.kind !== 'forbidden') return null;
  return (
    <div className={styles.refused}>
      <p>
        <strong>No permission to see {alerts ? 'newer alerts' : 'the alerts'}.</strong> {whyNoAlerts(problem)}{' '}
        The tasks aren’t affected.
      </p>
      <Button size="small" onClick={tryAgain}>
        Try again
      </Button>
    </div>
  );
}
