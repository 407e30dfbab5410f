import { Link } from '@tanstack/react-router';
import { EmptyState, Page } from '../ui/page.tsx';

export function NotFoundPage() {
  return (
    <Page title="There is no such page">
      <EmptyState title="The address leads nowhere">
        <p>It may be mistyped, or come from another version of Actiondesk. Nothing was changed.</p>
        <p>
          <Link to="/profiles">Driver profiles</Link> · <Link to="/incident-tasks">Incident tasks</Link>
        </p>
      </EmptyState>
    </Page>
  );
}
