import { memo, useState } from 'react';
import { showName } from '../../lib/visible-text.ts';
import { formatCount, formatShortDay } from '../../ui/format.ts';
import styles from './plan-aside.module.css';
import type { PlanRequest } from './plan-requests.ts';

/** More are not listed one by one. */
const mostListed = 200;

/** What the run sends, request by request, as the code that sends them writes them. */
export const ExactRequests = memo(function ExactRequests({ requests }: { requests: readonly PlanRequest[] }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? requests.slice(0, mostListed) : [];
  return (
    <details className={styles.requests} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        Exact requests <span className={styles.quiet}>{formatCount(requests.length)}</span>
      </summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled
        <ol className={styles.requestList} aria-label="Exact requests" tabIndex={0}>
          {shown.map((request, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: requests have no names, and stand in the order of sending
            <li key={place}>
              <OneRequest request={request} />
            </li>
          ))}
          {requests.length > shown.length && (
            <li className={styles.quiet}>and {formatCount(requests.length - shown.length)} more</li>
          )}
        </ol>
      )}
    </details>
  );
});

function OneRequest({ request: { targetName, text, date, request } }: { request: PlanRequest }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      onToggle={({ currentTarget, target }) => currentTarget === target && setOpen(currentTarget.open)}
    >
      <summary className={styles.request}>
        <bdi className={styles.requestTarget}>{showName(targetName)}</bdi>
        <code>{text}</code>
        <span className={styles.quiet}>{typeof date === 'number' ? formatShortDay(date) : 'now'}</span>
      </summary>
      {isOpen && (
        <pre className={styles.written} dir="ltr">
          {`${request.method} ${request.path}`}
          {request.body !== undefined && `\n\n${JSON.stringify(request.body, null, 2)}`}
        </pre>
      )}
    </details>
  );
}
