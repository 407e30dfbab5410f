import { responseAction } from '../../actions/response-action/action.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { howFar, howFarTexts, type TasksOfIncident } from '../../resources/incident-tasks/by-incident.ts';
import { progressOf } from '../../resources/incident-tasks/progress.ts';
import { useTimes } from '../../resources/incident-tasks/task-progress.tsx';
import { SeverityMark } from '../../resources/incidents/severity-mark.tsx';
import { useMarks } from '../../run-panel/run-marks.tsx';
import { countTasks, needingAttention } from '../../run-panel/task-counts.ts';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { countOf, formatCount, formatDuration, formatMoment } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import styles from './incident-group.module.css';

/** What a group of tasks says beside its title: how urgent it is, whom it concerns, and how far its tasks are. */
export function IncidentGroup({
  group,
  all,
  isLoading,
}: {
  group: TasksOfIncident;
  /** Every task of the list: another may know the name of a device. */
  all: readonly IncidentTask[];
  isLoading: boolean;
}) {
  const { incidentId, incident } = group;
  return (
    <span className={styles.group}>
      <span className={styles.severity}>
        {incidentId !== '' && <SeverityMark incident={incident} isLoading={isLoading} />}
      </span>
      <Facts group={group} />
      <HowFar group={group} all={all} />
    </span>
  );
}

/** Severity and title of an incident, in one cell. */
export function IncidentLabel({ group }: { group: TasksOfIncident }) {
  const title = incidentTitle(group);
  return (
    <span className={styles.cell} title={`${title} (${showHidden(group.incidentId)})`}>
      <SeverityMark incident={group.incident} />
      <bdi className={styles.cellTitle}>{title}</bdi>
    </span>
  );
}

/** The title of an incident, or its id as long as it has none. */
export function incidentTitle({
  incidentId,
  incident,
}: Pick<TasksOfIncident, 'incidentId' | 'incident'>): string {
  if (incidentId === '') return 'Without an incident';
  return showHidden(incident?.displayName || `Incident ${incidentId}`);
}

/** "3 h · 4 devices, 1 user · 2972395": those for which the title leaves no room are not in sight. */
function Facts({ group: { incidentId, incident, since, devices, users } }: { group: TasksOfIncident }) {
  const now = useNow();
  const concerned = [
    ...(devices > 0 ? [countOf(devices, 'device')] : []),
    ...(users > 0 ? [countOf(users, 'user')] : []),
  ].join(', ');
  const age = since === null ? '' : formatDuration(Math.max(0, now - since));
  const facts = [age, concerned, incident?.displayName ? showHidden(incidentId) : ''];
  return (
    <span className={styles.facts} title={since === null ? undefined : `Since ${formatMoment(since)}`}>
      {facts
        .filter((fact) => fact !== '')
        .map((fact, place) => (
          <span key={fact}>{`${place > 0 ? ' · ' : ''}${fact}`}</span>
        ))}
    </span>
  );
}

function HowFar({ group: { tasks }, all }: { group: TasksOfIncident; all: readonly IncidentTask[] }) {
  const now = useNow();
  const times = useTimes();
  const counts = countTasks(tasks, useMarks(responseAction), (task) => progressOf(task, times, now));
  const far = howFar(tasks, all);
  const failed = counts.failed + counts.partiallyCompleted;
  const needing = needingAttention(counts);
  const [first, ...others] = howFarTexts(far);
  const rest = [
    ...others,
    ...(counts.unknown > 0 ? [`${formatCount(counts.unknown)} unknown`] : []),
    ...(counts.inProgress > 0 ? [`${formatCount(counts.inProgress)} in progress`] : []),
  ];
  return (
    <>
      <span className={styles.bar}>
        <StackedBar
          segments={[
            { tone: 'approved', count: far.done },
            { tone: 'review', count: counts.inProgress },
            { tone: 'high', count: failed + counts.stuck },
          ]}
          total={far.of}
        />
      </span>
      <span className={styles.far}>{`${first}${rest.length > 0 ? ' ' : ''}`}</span>
      <span className={`${styles.far} ${styles.rest}`}>
        {rest.map((text) => (
          <span key={text}>{`· ${text} `}</span>
        ))}
      </span>
      {needing.map(({ text }) => (
        <span key={text} className={`${styles.far} ${styles.attention}`}>
          {text}
        </span>
      ))}
    </>
  );
}
