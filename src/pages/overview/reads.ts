import type { Account, Session } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { profilesQuery } from '../../resources/driver-profiles/queries.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { areasOf } from './areas.ts';

interface Context {
  readonly graph: Graph;
  readonly account: Pick<Account, 'roles'>;
  readonly session: Pick<Session, 'hasDefender'>;
}

/** What the first numbers need; the drivers of all profiles, and the incidents, follow. */
export const overviewReads = pageReads('/', ({ graph, account, session }: Context) => {
  const { drivers, incidents } = areasOf(account.roles, session.hasDefender);
  return {
    ...(drivers && { profiles: profilesQuery(graph) }),
    ...(incidents && { tasks: tasksQuery(graph) }),
  };
});
