import { ChevronDownRegular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/headless/svg/chevron-right';
import { DesktopRegular } from '@fluentui/react-icons/headless/svg/desktop';
import { DocumentRegular } from '@fluentui/react-icons/headless/svg/document';
import { MailRegular } from '@fluentui/react-icons/headless/svg/mail';
import { PersonRegular } from '@fluentui/react-icons/headless/svg/person';
import { ServerRegular } from '@fluentui/react-icons/headless/svg/server';
import { ShieldRegular } from '@fluentui/react-icons/headless/svg/shield';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { showName } from '../../../lib/visible-text.ts';
import { conflictText } from '../../../resources/devices/conflict-words.ts';
import { deviceLine, riskText, roleText } from '../../../resources/devices/words.ts';
import { ImportantMark, ShortText } from '../../../resources/incident-tasks/target-label.tsx';
import { formatCount } from '../../../ui/format.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './target-head.module.css';
import { type TruthMark, targetName, truthMarks } from './target-words.ts';
import type { DeskTarget } from './use-incident-tasks.ts';

const icons = {
  device: DesktopRegular,
  user: PersonRegular,
  email: MailRegular,
  file: DocumentRegular,
  incident: ShieldRegular,
} as const;

/** What tasks act on: its name, what makes it matter, and everything that was done to it, whatever incident asked for that. */
export function TargetHead({
  id,
  shown: { target, truth, conflicts, tasks: entries },
  incidentId,
  isOpen,
  onFold,
}: {
  id: string;
  shown: DeskTarget;
  incidentId: string;
  isOpen: boolean;
  onFold: () => void;
}) {
  const { kind, name, facts, done, tasks } = target;
  const now = useNow();
  const role = facts ? roleText(facts) : '';
  const Icon = role === '' ? icons[kind] : ServerRegular;
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  const text = targetName(target);
  const inRuns = new Set(entries.filter(({ isBusy }) => isBusy).map(({ task }) => task.id));
  const risk = facts ? riskText(facts) : '';
  return (
    <div className={styles.head}>
      <span className={styles.line}>
        <span className={styles.icon}>
          <Icon aria-hidden="true" />
        </span>
        <h3 id={id} className={styles.name} title={text}>
          <bdi>
            <ShortText text={text} />
          </bdi>
        </h3>
        {kind === 'device' && <ImportantMark device={name} />}
        {risk !== '' && (
          <span className={`${styles.chip} ${facts?.risk.toLowerCase() === 'high' ? styles.danger : ''}`}>
            <bdi>{risk}</bdi>
          </span>
        )}
        {role !== '' && (
          <span className={`${styles.chip} ${styles.warning}`} title={showName(facts?.roleWhy ?? '')}>
            {role}
          </span>
        )}
        {truth && truthMarks(truth, incidentId, now).map((mark) => <Truth key={mark.text} mark={mark} />)}
        {facts && <bdi className={styles.facts}>{deviceLine(facts)}</bdi>}
        <span className={styles.end}>
          {formatCount(done)} of {formatCount(tasks.length)}
          <span className={styles.unseen}> done</span>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-label={`Tasks of ${text}`}
            onClick={onFold}
          >
            <Chevron />
          </button>
        </span>
      </span>
      {conflicts.map((conflict) => (
        <span key={`${conflict.kind} ${conflict.control}`} className={styles.conflict}>
          <span className={styles.warningIcon}>
            <WarningFilled />
          </span>
          {conflictText(conflict, incidentId, inRuns)}
        </span>
      ))}
    </div>
  );
}

function Truth({ mark: { text, hint, tone } }: { mark: TruthMark }) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`} title={hint === '' ? undefined : hint}>
      {text}
    </span>
  );
}
