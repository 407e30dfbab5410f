import { whyNoAlerts } from '../../../resources/incidents/alert-words.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemLine } from '../../../ui/problem-banner.tsx';
import styles from './alerts-problem.module.css';
import type { Parts } from './use-parts.ts';

/** Why the alerts aren't there, or are those of before; nothing where they are. */
export function AlertsProblem({ parts: { alerts, problem, tryAgain } }: { parts: Parts }) {
  if (!problem) return null;
  const again = (
    <Button size="small" onClick={tryAgain}>
      Try again
    </Button>
  );
  if (alerts || problem.kind !== 'forbidden') {
    return <ProblemLine problem={problem} context="Alerts" end={again} isFramed />;
  }
  return (
    <div className={styles.refused}>
      <p>
        <strong>No permission to see the alerts.</strong> {whyNoAlerts(problem)} The tasks aren’t affected.
      </p>
      {again}
    </div>
  );
}
