import { Link } from '@tanstack/react-router';
import { EmptyState, Page } from '../ui/page.tsx';

export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <EmptyState>
        <p>The address may be mistyped, or from another version of Actiondesk. Nothing was changed.</p>
        <p>
          <Link to="/profiles">Driver profiles</Link> · <Link to="/incident-tasks">Incident tasks</Link>
        </p>
      </EmptyState>
    </Page>
  );
}
