import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/headless/svg/circle';
import { CircleHintRegular } from '@fluentui/react-icons/headless/svg/circle-hint';
import { ErrorCircleRegular } from '@fluentui/react-icons/headless/svg/error-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/headless/svg/subtract-circle';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import type { FluentIcon } from '@fluentui/react-icons/svg';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import type { HandOverLine, LineKind } from '../../resources/hand-over/hand-over.ts';
import { lineChange, lineState, seenText } from '../../resources/hand-over/words.ts';
import { hasFailed, isClosed, isDone, isRunning } from '../../resources/incident-tasks/states.ts';
import { ShortText } from '../../resources/incident-tasks/target-label.tsx';
import { StatusLabel, type Tone } from '../../ui/status-label.tsx';
import styles from './task-line.module.css';

interface Look {
  readonly icon: FluentIcon;
  readonly tone: Tone;
}

const looks: Readonly<Record<LineKind, Look>> = {
  failed: { icon: ErrorCircleRegular, tone: 'danger' },
  stuck: { icon: WarningFilled, tone: 'danger' },
  unknown: { icon: CircleHintRegular, tone: 'unknown' },
  running: { icon: ArrowSyncRegular, tone: 'brand' },
  open: { icon: CircleRegular, tone: 'neutral' },
  changed: { icon: CheckmarkCircleRegular, tone: 'success' },
};

/** Closed by a person without an action that is known to be complete. */
const closed: Look = { icon: SubtractCircleRegular, tone: 'neutral' };

export function lookOfKind(kind: LineKind): Look {
  return looks[kind];
}

/** How a task looks that stands as Graph says, whatever a hand-over told of it: bad news never looks like good news. */
export function lookOfTask(task: IncidentTask, isStuck: boolean): Look {
  if (isClosed(task) || isDone(task)) return isSuccess(task) ? looks.changed : closed;
  if (isRunning(task)) return isStuck ? looks.stuck : looks.running;
  return hasFailed(task) ? looks.failed : looks.open;
}

function isSuccess({ actionStatus, status }: IncidentTask): boolean {
  return actionStatus === 'completed' && status !== 'notRelevant';
}

/** One task of a hand-over: what it is, how it stands, who changed it last, and what this browser sent. */
export function TaskLine({ line, now }: { line: HandOverLine; now: Instant }) {
  const { kind, task, name, seen } = line;
  const { icon, tone } = kind === 'changed' && !isSuccess(task) ? closed : looks[kind];
  return (
    <li className={styles.line}>
      <bdi className={kind === 'changed' ? `${styles.name} ${styles.over}` : styles.name} title={name}>
        <ShortText text={name} />
      </bdi>
      <span className={styles.state}>
        <StatusLabel icon={icon} tone={tone} text={lineState(line, now)} />
      </span>
      <span className={styles.change}>
        <bdi>{lineChange(line, now)}</bdi>
        {seen.map((each) => (
          <span key={`${each.at} ${each.text}`} className={styles.seen}>
            <bdi>{seenText(each, now, 'you')}</bdi>
          </span>
        ))}
      </span>
    </li>
  );
}
