import { QuestionCircleRegular } from '@fluentui/react-icons/headless/svg/question-circle';
import { useId } from 'react';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';
import type { Since } from '../../resources/hand-over/received.ts';
import { lineChange, standText } from '../../resources/hand-over/words.ts';
import { SeverityMark } from '../../resources/incidents/severity-mark.tsx';
import { groupTitle } from '../../resources/incidents/words.ts';
import { StatusLabel } from '../../ui/status-label.tsx';
import { IncidentLink } from './incident-link.tsx';
import section from './incident-section.module.css';
import line from './task-line.module.css';
import { lookOfTask } from './task-line.tsx';

const unread = { icon: QuestionCircleRegular, tone: 'warning' } as const;

/** One incident of a hand-over that was received: each task as it stood, and as it stands. */
export function ReceivedIncident({
  incidentId,
  incident,
  lines,
  nameOf,
  isStuck,
  now,
}: {
  incidentId: string;
  incident: Incident | undefined;
  lines: readonly Since[];
  nameOf: (task: IncidentTask) => string;
  isStuck: (task: IncidentTask) => boolean;
  now: Instant;
}) {
  const id = useId();
  return (
    <section className={section.section} aria-labelledby={id}>
      <h2 id={id} className={section.title}>
        <IncidentLink incidentId={incidentId} className={section.link}>
          <bdi>{groupTitle({ incidentId, incident })}</bdi>
        </IncidentLink>
      </h2>
      {incident && (
        <div className={section.facts}>
          <SeverityMark incident={incident} />
          <bdi>{groupTitle({ incidentId, incident: undefined })}</bdi>
        </div>
      )}
      <ul className={section.lines} aria-labelledby={id}>
        {lines.map((each) => (
          <li key={each.id} className={line.line}>
            <bdi className={each.state === 'same' ? `${line.name} ${line.over}` : line.name}>
              {each.task ? nameOf(each.task) : `Task ${showHidden(each.id)}`}
            </bdi>
            <span className={line.state}>
              <State since={each} isStuck={each.task !== undefined && isStuck(each.task)} />
            </span>
            <span className={line.change}>
              {each.state === 'same' && 'As handed over'}
              {each.state === 'changed' && each.task && (
                <bdi>{lineChange({ task: each.task, hasChanged: true }, now)}</bdi>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The icon is that of the state now. */
function State({ since: { state, before, task }, isStuck }: { since: Since; isStuck: boolean }) {
  const stood = standText(before);
  const look = task ? lookOfTask(task, isStuck) : unread;
  const stuck = isStuck ? ', stuck' : '';
  switch (state) {
    case 'same':
      return <StatusLabel {...look} text={`${stood}${stuck}`} />;
    case 'changed':
      return <StatusLabel {...look} text={`${stood} → ${task ? standText(task) : ''}${stuck}`} />;
    case 'gone':
      return <StatusLabel {...unread} text={`${stood} → no longer listed`} />;
    case 'unread':
      return <StatusLabel {...unread} text={`${stood} → couldn’t be loaded`} />;
  }
}
