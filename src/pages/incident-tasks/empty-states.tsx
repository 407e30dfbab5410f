import { EmptyState, Page } from '../../ui/page.tsx';

/** The page in a cloud without Defender incident tasks. */
export function NoDefender({ cloud }: { cloud: string }) {
  return (
    <Page title="Incident tasks">
      <EmptyState title="No incident tasks in this cloud">
        <p>
          Microsoft doesn’t offer Defender XDR incident tasks in <code>{cloud}</code>, the cloud that this
          Actiondesk is set up for. Driver pages aren’t affected.
        </p>
      </EmptyState>
    </Page>
  );
}

/** Shown in place of the rows when there are no tasks. */
export function NoTasks() {
  return (
    <EmptyState title="No incident tasks">
      <p>
        Microsoft Defender Experts for XDR creates a task when an incident needs action. Tenants without that
        service have none.{' '}
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
