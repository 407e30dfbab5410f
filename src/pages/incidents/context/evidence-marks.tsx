import { AppsRegular } from '@fluentui/react-icons/headless/svg/apps';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { CloudRegular } from '@fluentui/react-icons/headless/svg/cloud';
import { DocumentRegular } from '@fluentui/react-icons/headless/svg/document';
import { ErrorCircleFilled } from '@fluentui/react-icons/headless/svg/error-circle';
import { GlobeRegular } from '@fluentui/react-icons/headless/svg/globe';
import { KeyRegular } from '@fluentui/react-icons/headless/svg/key';
import { LaptopRegular } from '@fluentui/react-icons/headless/svg/laptop';
import { LinkRegular } from '@fluentui/react-icons/headless/svg/link';
import { MailRegular } from '@fluentui/react-icons/headless/svg/mail';
import { MailInboxRegular } from '@fluentui/react-icons/headless/svg/mail-inbox';
import { MailMultipleRegular } from '@fluentui/react-icons/headless/svg/mail-multiple';
import { PersonRegular } from '@fluentui/react-icons/headless/svg/person';
import { QuestionCircleRegular } from '@fluentui/react-icons/headless/svg/question-circle';
import { ServerRegular } from '@fluentui/react-icons/headless/svg/server';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { WindowConsoleRegular } from '@fluentui/react-icons/headless/svg/window-console';
import type { FluentIcon } from '@fluentui/react-icons/svg';
import { type Evidence, remediationStatuses, verdicts } from '../../../graph/evidence.ts';
import { isKnown } from '../../../lib/members.ts';
import {
  evidenceKindText,
  remediationText,
  verdictText,
} from '../../../resources/incidents/evidence-words.ts';
import { RawLabel, StatusLabel } from '../../../ui/status-label.tsx';
import styles from './evidence-marks.module.css';

const icons: Readonly<Record<Evidence['kind'], FluentIcon>> = {
  device: LaptopRegular,
  file: DocumentRegular,
  process: WindowConsoleRegular,
  user: PersonRegular,
  mailbox: MailInboxRegular,
  analyzedMessage: MailRegular,
  mailCluster: MailMultipleRegular,
  ip: GlobeRegular,
  url: LinkRegular,
  oauthApplication: AppsRegular,
  cloudApplication: CloudRegular,
  registryKey: KeyRegular,
  registryValue: KeyRegular,
  other: QuestionCircleRegular,
};

/** The kind of evidence as a mark; its word is for screen readers and the pointer. */
export function EvidenceIcon({ evidence }: { evidence: Evidence }) {
  const isServer = evidence.kind === 'device' && /server/i.test(evidence.osPlatform);
  const Icon = isServer ? ServerRegular : icons[evidence.kind];
  const kind = evidenceKindText(evidence) || 'Kind not provided';
  return (
    <span className={styles.icon} role="img" aria-label={kind} title={kind}>
      <Icon aria-hidden="true" />
    </span>
  );
}

const looks = {
  malicious: { icon: ErrorCircleFilled, tone: 'danger' },
  suspicious: { icon: WarningFilled, tone: 'warning' },
  noThreatsFound: { icon: CheckmarkCircleRegular, tone: 'success' },
  unknown: { icon: undefined, tone: 'neutral' },
} as const;

/** The verdict of Defender; one that this version doesn't know as it came. */
export function VerdictLabel({ verdict }: { verdict: string }) {
  const known = verdict === '' ? 'unknown' : verdict;
  if (!isKnown(verdicts, known)) return <RawLabel member={verdict} />;
  return (
    <span className={styles[known]}>
      <StatusLabel {...looks[known]} text={verdictText(verdict)} />
    </span>
  );
}

/** What was done about it, as Defender says; nothing where it says nothing. */
export function RemediationLabel({ evidence }: { evidence: Evidence }) {
  const { remediationStatus } = evidence;
  if (remediationStatus === '') return null;
  if (!isKnown(remediationStatuses, remediationStatus)) return <RawLabel member={remediationStatus} />;
  return remediationText(evidence);
}
