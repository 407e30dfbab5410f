import { ClearButton } from '../ui/clear-button.tsx';
import { countOf } from '../ui/format.ts';
import { EmptyState, Page } from '../ui/page.tsx';

/** The page where Microsoft runs no Defender that Graph could reach. */
export function NoDefender({ cloud }: { cloud: string }) {
  return (
    <Page title="Incident tasks">
      <EmptyState title="There are no incident tasks in this cloud">
        <p>
          Microsoft does not offer the incident tasks of Defender XDR in the cloud <code>{cloud}</code> that
          this Actiondesk is set up for. Driver profiles work.
        </p>
      </EmptyState>
    </Page>
  );
}

/** What the grid shows when no task is there, or none matches. */
export function NoTasks({ total, onClear }: { total: number; onClear: () => void }) {
  if (total > 0) {
    return (
      <EmptyState title="No task matches">
        <ClearButton onClear={onClear}>Show all {countOf(total, 'task')}</ClearButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No incident tasks">
      <p>
        Only tenants with Defender Experts get them.{' '}
        <a
          href="https://learn.microsoft.com/defender-xdr/defender-experts-for-xdr"
          target="_blank"
          rel="noopener noreferrer"
        >
          About Defender Experts for XDR
        </a>
      </p>
    </EmptyState>
  );
}
