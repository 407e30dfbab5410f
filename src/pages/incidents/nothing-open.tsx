import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/page.tsx';
import styles from './nothing-open.module.css';
import type { IncidentsSearch } from './search.ts';
import type { Desk } from './use-desk.ts';

/** Beside the list while no incident is open: the shape of the one that is about to, or why there is none. */
export function NothingOpen({ desk, show }: { desk: Desk; show: IncidentsSearch['show'] }) {
  const { list, query } = desk;
  if (query.error) return null;
  // The first of the list opens once it is known to be the most urgent.
  if (!list.isComplete || list.view.shown > 0) return <div className={styles.loading} aria-hidden="true" />;
  // Whose the incidents are is not known yet.
  if (show !== undefined && desk.incidents.unread > 0) return null;
  const isWhole = !list.asked.isFiltered && show === undefined;
  return (
    <div className={styles.place}>
      <EmptyState title={isWhole ? 'No open incident' : 'No incident to show'}>
        <p>{isWhole ? calm : list.asked.isFiltered ? filtered : others[show ?? 'all']}</p>
        {isWhole && (
          <Link to="/hand-over" className={styles.link}>
            Write the hand-over
          </Link>
        )}
      </EmptyState>
    </div>
  );
}

const calm = 'The list refreshes by itself. The next incident that needs action opens here.';
const filtered = 'The search or a filter hides every incident.';
const others = {
  mine: 'None of the open incidents is assigned to you.',
  noOwner: 'Each open incident has an owner.',
  all: calm,
};
