import { CheckmarkCircleRegular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { type ReactNode, useId, useState } from 'react';
import {
  countKinds,
  countUnknownSent,
  gapsOf,
  type HandOver,
  type HandOverIncident,
  lineKinds,
} from '../../resources/hand-over/hand-over.ts';
import { groupTitle } from '../../resources/incidents/words.ts';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { StatusLabel } from '../../ui/status-label.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import styles from './before-you-hand-over.module.css';
import { IncidentLink } from './incident-link.tsx';
import { noteFieldOf } from './incident-section.tsx';
import { lookOfKind } from './task-line.tsx';

const kindTexts = {
  stuck: 'stuck',
  unknown: 'unknown',
  running: 'in progress',
  open: 'not started or by hand',
  changed: 'done or closed',
} as const;

/** What to mend before the hand-over is copied, each with the way there, and what the hand-over tells in numbers. */
export function BeforeYouHandOver({ given }: { given: HandOver }) {
  const { noOwner, unknownOwner, noNextStep } = gapsOf(given);
  const tasks = countKinds(given);
  const counts = { ...tasks, unknown: tasks.unknown + countUnknownSent(given) };
  const id = useId();
  const isReady = noOwner.length === 0 && noNextStep.length === 0 && given.missing.length === 0;
  return (
    <aside className={styles.aside} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        Before you hand over
      </h2>
      {isReady && (
        <p className={styles.ready}>
          <StatusLabel
            icon={CheckmarkCircleRegular}
            tone="success"
            text={`Every open incident has ${unknownOwner.length === 0 ? 'an owner and ' : ''}a next step`}
          />
        </p>
      )}
      {given.missing.map((text) => (
        <p key={text} className={styles.gap}>
          <StatusLabel icon={WarningFilled} tone="warning" text={`Not complete: ${text}`} />
        </p>
      ))}
      <Gap incidents={noOwner} what="without an owner">
        {(incident) => (
          <IncidentLink incidentId={incident.group.incidentId} className={styles.way}>
            <bdi>{groupTitle(incident.group)}</bdi>
          </IncidentLink>
        )}
      </Gap>
      <Gap incidents={noNextStep} what="without a next step">
        {(incident) => (
          <button
            type="button"
            className={styles.way}
            onClick={() => document.getElementById(noteFieldOf(incident.group.incidentId))?.focus()}
          >
            <bdi>{groupTitle(incident.group)}</bdi>
          </button>
        )}
      </Gap>
      <h2 className={styles.heading}>In this hand-over</h2>
      <ul className={styles.counts}>
        {lineKinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <li key={kind}>
              <StatusLabel
                {...lookOfKind(kind)}
                text={
                  kind === 'failed' ? failedText(given) : `${formatCount(counts[kind])} ${kindTexts[kind]}`
                }
              />
            </li>
          ))}
      </ul>
    </aside>
  );
}

/** "3 failed, 1 partially completed": in the words of the other pages. */
function failedText({ incidents }: HandOver): string {
  const failed = incidents.flatMap(({ lines }) => lines).filter(({ kind }) => kind === 'failed');
  const partly = failed.filter(({ task }) => task.actionStatus === 'partiallyCompleted').length;
  return [
    ...(failed.length > partly ? [`${formatCount(failed.length - partly)} failed`] : []),
    ...(partly > 0 ? [`${formatCount(partly)} partially completed`] : []),
  ].join(', ');
}

/** So many incidents are named before a person asks for all. */
const mostNamed = 5;

function Gap({
  incidents,
  what,
  children,
}: {
  incidents: readonly HandOverIncident[];
  what: string;
  children: (incident: HandOverIncident) => ReactNode;
}) {
  const [isWhole, setWhole] = useState(false);
  // Above the hand-over, names would fill the window.
  const isNarrow = useNarrow();
  if (incidents.length === 0) return null;
  const shown = isWhole ? incidents : incidents.slice(0, mostNamed);
  const text = `${countOf(incidents.length, 'open incident')} ${what}`;
  return (
    <details className={styles.gap} open={!isNarrow}>
      <summary className={styles.summary}>
        <StatusLabel icon={WarningFilled} tone="warning" text={text} />
      </summary>
      <ul className={styles.ways} aria-label={text}>
        {shown.map((incident) => (
          <li key={incident.group.incidentId}>{children(incident)}</li>
        ))}
      </ul>
      {incidents.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
          Show {formatCount(incidents.length - shown.length)} more
        </Button>
      )}
    </details>
  );
}
