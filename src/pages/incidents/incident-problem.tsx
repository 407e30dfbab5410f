import type { IncidentDetails } from '../../graph/incident-details.ts';
import { needsSignIn, toProblem } from '../../lib/problem.ts';
import { QueryState, type Read } from '../../ui/query-state.tsx';
import styles from './incident-problem.module.css';
import type { Desk } from './use-desk.ts';

/**
 * Why an incident isn't there, or is that of before: one problem, told once. A missing permission for the alerts takes
 * nothing else with it, and is told by them.
 *
 * @param props.hasList the list stands beside it, and tells why the tasks aren't there
 */
export function IncidentProblem({
  details,
  desk: { query, incidentsQuery },
  hasList,
}: {
  details: Read<IncidentDetails>;
  desk: Pick<Desk, 'query' | 'incidentsQuery'>;
  hasList: boolean;
}) {
  const told = readToTell(details, query, hasList);
  if (!told) return null;
  // The newest banner asks for a sign-in: this one is always newer than those of the list.
  const key = `${query.error !== null} ${incidentsQuery.error != null}`;
  return (
    <div className={styles.problem}>
      <QueryState key={key} query={told} context={told === query ? 'Tasks' : 'Incident'} />
    </div>
  );
}

function readToTell(details: Read, tasks: Read, hasList: boolean): Read | undefined {
  const problem = details.error ? toProblem(details.error) : undefined;
  const isOwn = problem !== undefined && problem.kind !== 'forbidden';
  if (isOwn && !(tasks.error && hasList && !needsSignIn(problem))) return details;
  return tasks.error && !hasList ? tasks : undefined;
}
