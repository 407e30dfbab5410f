import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { responseAction } from '../../actions/response-action/action.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { howFar, howFarTexts, type TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import { progressOf } from '../../resources/incident-tasks/progress.ts';
import { useTimes } from '../../resources/incident-tasks/task-progress.tsx';
import { dueText } from '../../resources/incidents/deadline.ts';
import { deskDeadline } from '../../resources/incidents/desk.ts';
import { SeverityMark } from '../../resources/incidents/severity-mark.tsx';
import { readerTimeZone } from '../../resources/incidents/urgency.ts';
import { groupTitle } from '../../resources/incidents/words.ts';
import { useMarks } from '../../run-panel/run-marks.tsx';
import { countTasks } from '../../run-panel/task-counts.ts';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { formatCount, formatDuration, formatMoment } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import styles from './incident-row.module.css';
import { type IncidentsSearch, idInAddress } from './search.ts';
import { concernedText, deadlineHint, isDueSoon, needsText, ownerText } from './words.ts';

interface RowProps {
  readonly group: TasksOfIncident;
  readonly all: readonly IncidentTask[];
  readonly ownNames: readonly string[];
  readonly isLoading: boolean;
}

/** An incident of the list: a link that opens it, with what a person chooses by. */
export const IncidentRow = memo(function IncidentRow({
  hasTabStop,
  ...props
}: RowProps & {
  /** The Tab key stops at one link of the list alone. */
  hasTabStop: boolean;
}) {
  const { incidentId } = props.group;
  return (
    <Link
      from="/incidents"
      to="/incidents/$incidentId"
      params={{ incidentId: idInAddress(incidentId) }}
      search={withoutTask}
      replace
      activeOptions={{ exact: true, includeSearch: false }}
      className={styles.row}
      tabIndex={hasTabStop ? 0 : -1}
      data-listed={incidentId}
    >
      <Row {...props} />
    </Link>
  );
});

const withoutTask = (before: IncidentsSearch) => ({ ...before, task: undefined });

/** What a row shows is the same, whichever incident is open. */
const Row = memo(function Row({ group, all, ownNames, isLoading }: RowProps) {
  const title = groupTitle(group);
  return (
    <>
      <span className={styles.severity}>
        {group.incidentId !== '' && <SeverityMark incident={group.incident} isLoading={isLoading} isBare />}
      </span>
      <bdi className={styles.title} title={title}>
        {title}
      </bdi>
      <span className={styles.facts}>
        <span className={styles.line}>
          <bdi className={styles.concerned}>{concernedText(group, all)}</bdi>
          <Due group={group} />
          <Since group={group} />
        </span>
        <HowFar group={group} all={all} owner={ownerText(group, ownNames)} />
      </span>
    </>
  );
});

function Since({ group: { since } }: { group: TasksOfIncident }) {
  const now = useNow();
  if (since === null) return null;
  return <span title={`Since ${formatMoment(since)}`}>{formatDuration(Math.max(0, now - since))}</span>;
}

/** The deadline that a comment names. */
function Due({ group }: { group: TasksOfIncident }) {
  const now = useNow();
  const deadline = deskDeadline(group, readerTimeZone);
  if (!deadline) return null;
  return (
    <span className={isDueSoon(deadline, now) ? styles.soon : styles.due} title={deadlineHint(deadline)}>
      <ClockRegular aria-hidden="true" />
      {dueText(deadline, now)}
    </span>
  );
}

function HowFar({
  group: { tasks },
  all,
  owner,
}: {
  group: TasksOfIncident;
  all: readonly IncidentTask[];
  owner: string;
}) {
  const now = useNow();
  const times = useTimes();
  const counts = countTasks(tasks, useMarks(responseAction), (task) => progressOf(task, times, now));
  const far = howFar(tasks, all);
  const needs = needsText(counts);
  return (
    <span className={styles.line}>
      {needs === '' && (
        <span className={styles.bar}>
          <StackedBar
            isThin
            total={far.of}
            segments={[
              { tone: 'approved', count: far.done },
              { tone: 'review', count: counts.inProgress },
              { tone: 'declined', count: far.closedByHand },
            ]}
          />
        </span>
      )}
      <span className={styles.far} title={[...howFarTexts(far), needs].filter(Boolean).join(', ')}>
        <strong>{howFarTexts(far)[0]}</strong>
        {needs !== '' && (
          <>
            , <span className={styles.needs}>{needs}</span>
          </>
        )}
        {far.closedByHand > 0 && `, ${formatCount(far.closedByHand)} closed by hand`}
      </span>
      <bdi className={owner === 'no owner' ? `${styles.owner} ${styles.none}` : styles.owner}>{owner}</bdi>
    </span>
  );
}
