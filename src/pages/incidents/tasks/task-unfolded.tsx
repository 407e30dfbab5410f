import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { OpenRegular } from '@fluentui/react-icons/headless/svg/open';
import { Link } from '@tanstack/react-router';
import { warningsFor } from '../../../actions/response-action/rules.ts';
import type { SensibleStep } from '../../../actions/response-action/sensible-step.ts';
import { useAccount } from '../../../auth/session.ts';
import { OtherTaskLine } from '../../../dialogs/tasks/other-tasks.tsx';
import { showHidden } from '../../../lib/visible-text.ts';
import type { ByHand } from '../../../resources/incident-tasks/by-hand.ts';
import { Warnings } from '../../../resources/incident-tasks/labels.tsx';
import { actionSentence } from '../../../resources/incident-tasks/sentences.ts';
import { isClosed } from '../../../resources/incident-tasks/states.ts';
import { consequencesOf, sourceText } from '../../../resources/incident-tasks/words.ts';
import { Button } from '../../../ui/button.tsx';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { formatNear } from '../../../ui/format-near.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './task-unfolded.module.css';
import { fileDeviceText, lastChangeText, metaOf, whyUnnamed } from './task-words.ts';
import type { DeskTask } from './use-incident-tasks.ts';

/** Below a task: the steps by hand where those are next, what it does and means, and what Defender Experts wrote. */
export function TaskUnfolded({
  entry,
  ownNames,
  onMarkDone,
}: {
  entry: DeskTask;
  ownNames: readonly string[];
  onMarkDone: () => void;
}) {
  const { task, step, startedAt, others, whySkipped, note } = entry;
  const { username } = useAccount();
  const now = useNow();
  const byHand = byHandIn(step);
  const isLeft = !isClosed(task);
  const warnings = step.kind === 'run' ? warningsFor(task, username) : [];
  const [consequence] = consequencesOf([task]);
  const sentence = actionSentence(task);
  // Each thing once: the line above may say it. Of what was done, it no longer matters what it would take.
  const said = metaOf(entry, ownNames, now).text;
  const isSaid = said === sentence;
  const where = said === fileDeviceText(entry) ? '' : fileDeviceText(entry);
  const does = (step.kind === 'undo' ? undefined : consequence) ?? (isSaid ? undefined : sentence);
  const changed = lastChangeText(task, ownNames, now);
  const unnamed = whyUnnamed(task, startedAt);
  return (
    <div className={styles.unfolded}>
      <div className={styles.way}>
        <div className={styles.words}>
          {byHand && <Steps byHand={byHand} isOtherWay={hasAccountCall(step)} />}
          {step.kind === 'run' && whySkipped !== undefined && (
            <p className={styles.note}>
              Not part of a run of the whole incident: {whySkipped.replace(/\.$/, '')}.
            </p>
          )}
          {step.kind === 'run' &&
            others.map((each) => (
              <p key={each.other.id} className={styles.note}>
                <OtherTaskLine {...each} />
              </p>
            ))}
          {where !== '' && <p className={styles.note}>{where}.</p>}
          <Warnings texts={warnings} />
          {does !== undefined && <p className={styles.does}>{does}</p>}
          <ForeignText text={task.description} />
        </div>
        <div className={styles.buttons}>
          {byHand?.page && (
            <a className={styles.link} href={byHand.page.href} target="_blank" rel="noopener noreferrer">
              <OpenRegular aria-hidden="true" />
              {byHand.page.label}
            </a>
          )}
          {isLeft && (
            <Button size="small" icon={<CheckmarkRegular />} onClick={onMarkDone}>
              Mark done…
            </Button>
          )}
        </div>
      </div>
      <p className={styles.facts}>
        {sourceText(task) !== '' && <span>{sourceText(task)}</span>}
        {changed !== '' && (
          <span>
            last changed <bdi>{changed}</bdi>
          </span>
        )}
        {startedAt !== undefined && task.actionStatus !== 'notStarted' && (
          <span>started by you {formatNear(startedAt, now)}</span>
        )}
        {unnamed !== '' && <span>{unnamed}</span>}
        {note !== undefined && (
          <span>
            Your note: <bdi>{showHidden(note)}</bdi>
          </span>
        )}
        <Link to="/incident-tasks" search={{ task: task.id }}>
          All about this task
        </Link>
      </p>
    </div>
  );
}

/** @param props.isOtherWay Actiondesk can do it itself */
function Steps({ byHand: { why, steps }, isOtherWay }: { byHand: ByHand; isOtherWay: boolean }) {
  return (
    <>
      {why !== '' && <p className={styles.note}>{why}</p>}
      {isOtherWay && <p className={styles.note}>By hand instead:</p>}
      <ol className={styles.steps}>
        {steps.map((text) => (
          <li key={text}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A button of the line does the same. */
function hasAccountCall(step: SensibleStep): boolean {
  return step.kind === 'userAction' || (step.kind === 'undo' && step.way.kind === 'userAction');
}

/** The steps by hand that belong to a next step; undefined where it has none. */
export function byHandIn(step: SensibleStep): ByHand | undefined {
  if (step.kind === 'undo') return step.way.kind === 'task' ? undefined : step.way.byHand;
  return 'byHand' in step ? step.byHand : undefined;
}
