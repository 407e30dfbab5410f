import { useState } from 'react';
import type { Intent } from '../../runs/model/run.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { type RequestForm, requestForms, requestOf, writeRequest } from './requests.ts';
import styles from './run-page.module.css';

const formTexts: Record<RequestForm, string> = { http: 'HTTP', curl: 'cURL', powershell: 'PowerShell' };

/** The request of an attempt as it was sent, without the token. */
export function ExactRequest({
  intent,
  targetId,
  ids,
  graphBaseUrl,
}: {
  intent: Intent;
  targetId: string;
  ids: readonly string[];
  graphBaseUrl: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const [form, setForm] = useState<RequestForm>('http');
  const request = isOpen ? requestOf(intent, targetId, ids) : undefined;
  return (
    <details className={styles.request} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Exact request</summary>
      {isOpen && (
        <Written
          text={request && writeRequest(form, graphBaseUrl, request)}
          form={form}
          onFormChange={setForm}
        />
      )}
    </details>
  );
}

function Written({
  text,
  form,
  onFormChange,
}: {
  text: string | undefined;
  form: RequestForm;
  onFormChange: (form: RequestForm) => void;
}) {
  if (text === undefined) {
    return (
      <p className={styles.warning}>
        Can’t show this request: its record is damaged, or of another version of Actiondesk.
      </p>
    );
  }
  return (
    <>
      <div className={styles.forms}>
        {requestForms.map((each) => (
          <Button
            key={each}
            size="small"
            appearance={each === form ? 'primary' : 'secondary'}
            aria-pressed={each === form}
            onClick={() => onFormChange(each)}
          >
            {formTexts[each]}
          </Button>
        ))}
        <CopyButton label={`Copy as ${formTexts[form]}`} text={text} isWide />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
      <section className={styles.written} aria-label={`Request as ${formTexts[form]}`} tabIndex={0} dir="ltr">
        <pre>{text}</pre>
      </section>
      <p className={styles.warning}>
        No token included. Sending this request runs the action again, outside Actiondesk’s checks and
        history.
      </p>
    </>
  );
}
