import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { ClearButton } from '../../ui/clear-button.tsx';
import { findPosition } from '../../ui/data-grid/selection.ts';
import { linesBeyond, useLineWindow } from '../../ui/data-grid/use-line-window.ts';
import { useTopOfAnswer, useViewport } from '../../ui/data-grid/use-viewport.ts';
import type { Steps } from '../../ui/details-panel.tsx';
import { countOf } from '../../ui/format.ts';
import { EmptyState } from '../../ui/page.tsx';
import styles from './incident-list.module.css';
import { IncidentRow } from './incident-row.tsx';
import type { Desk } from './use-desk.ts';
import { changedText } from './words.ts';

/** The height of a row, in CSS px: the style sheet has the same. */
const rowHeight = 92;
/** About as many elements as a row has, for the budget of the window of lines. */
const elementsOfRow = 22;

/**
 * The incidents, each a link. Only those in sight are in the page. Rows keep their places while a person reads; a line at the
 * foot says what has changed.
 *
 * @param props.openedId '' for the tasks without an incident
 * @param props.onStep opens the incident after or before the one that is open; the same between renders, as is the desk
 */
export const IncidentList = memo(function IncidentList({
  desk,
  openedId,
  onStep,
}: {
  desk: Desk;
  openedId: string | undefined;
  onStep: (way: keyof Steps) => void;
}) {
  const { list, tasks, ownNames, incidentsQuery } = desk;
  const { view, rowId, asked, rows } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const { height } = useViewport(scroller);
  const visible = Math.ceil(height / rowHeight);
  const { first, last } = useLineWindow(scroller, {
    count: view.shown,
    visible,
    beyond: linesBeyond(visible, elementsOfRow),
    lineHeight: rowHeight,
  });
  useTopOfAnswer(scroller, view.asked);
  const position = openedId === undefined ? -1 : findPosition(view, rowId, openedId);
  useInSight(scroller, { position, height, asked: view.asked });
  useFocusFollows(scroller, openedId);

  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, line) => first + line);
  const stop = position >= 0 ? position : 0;
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ({ ArrowDown: 'next', ArrowUp: 'previous' } as const)[event.key];
    if (!way) return;
    event.preventDefault();
    onStep(way);
  };
  return (
    <>
      <div ref={scroller} className={styles.scroller}>
        <ul
          aria-label="Incidents"
          aria-busy={list.query.isFetching || undefined}
          className={styles.rows}
          style={{ blockSize: view.shown * rowHeight }}
          onKeyDown={onKeyDown}
        >
          {lines.map((line) => (
            <li
              key={rowId(view.at(line))}
              className={styles.item}
              style={{ insetBlockStart: line * rowHeight }}
              aria-setsize={view.shown}
              aria-posinset={line + 1}
              data-mark={view.markAt(line)}
              data-opened={line === position || undefined}
            >
              <IncidentRow
                group={view.at(line)}
                all={tasks}
                ownNames={ownNames}
                isLoading={incidentsQuery.isFetching}
                hasTabStop={line === stop}
              />
            </li>
          ))}
        </ul>
        {view.shown === 0 && (list.query.isPending || !list.isComplete ? <Skeleton /> : null)}
        {view.shown === 0 && list.isComplete && (
          <EmptyState title={rows.length === 0 ? 'No incident tasks' : 'No incident matches'}>
            {rows.length === 0 ? (
              <p>
                Microsoft Defender Experts for XDR creates a task when an incident needs action. Tenants
                without that service have none.
              </p>
            ) : (
              <ClearButton onClear={asked.isFiltered ? asked.clear : () => asked.show({ show: 'all' })}>
                {asked.isFiltered ? 'Clear filters' : `Show all ${countOf(rows.length, 'incident')}`}
              </ClearButton>
            )}
          </EmptyState>
        )}
      </div>
      <Changed text={changedText(view)} onRenew={view.renew} />
    </>
  );
});

/** At the foot of the list, where its coming and going moves no row. */
function Changed({ text, onRenew }: { text: string; onRenew: () => void }) {
  return (
    <div className={text === '' ? undefined : styles.changed}>
      <span role="status">{text}</span>
      {text !== '' && (
        <Button size="small" onClick={onRenew}>
          Update list
        </Button>
      )}
    </div>
  );
}

function Skeleton() {
  return (
    <div className={styles.skeletons} aria-hidden="true">
      {[1, 2, 3, 4, 5].map((line) => (
        <div key={line} className={styles.skeleton} />
      ))}
    </div>
  );
}

/**
 * The incident that is open is in sight, whatever opened it. Where the list stands is noted as it scrolls: asked for it
 * after a key, the browser would lay the page out.
 */
function useInSight(
  scroller: { readonly current: HTMLElement | null },
  { position, height, asked }: { position: number; height: number; asked: string },
): void {
  const top = useRef(0);
  const isMeasured = useRef(false);
  const answered = useRef(asked);
  useEffect(() => {
    const element = scroller.current;
    const note = () => {
      top.current = element?.scrollTop ?? 0;
    };
    // Before the lines follow: after that, the browser would have to lay them out to say so.
    element?.addEventListener('scroll', note, { passive: true, capture: true });
    return () => element?.removeEventListener('scroll', note, { capture: true });
  }, [scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    // The answer to another question begins at its top.
    if (answered.current !== asked) top.current = 0;
    answered.current = asked;
    if (!element || position < 0) return;
    // At first, the height is a guess.
    const seen = isMeasured.current ? height : element.clientHeight;
    isMeasured.current = true;
    const start = position * rowHeight;
    const to = Math.min(start, Math.max(top.current, start + rowHeight - seen));
    if (to === top.current) return;
    top.current = to;
    element.scrollTop = to;
  }, [scroller, position, height, asked]);
}

/** With the focus in the list, it goes along to the incident that opens. */
function useFocusFollows(
  scroller: { readonly current: HTMLElement | null },
  openedId: string | undefined,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (openedId === undefined || !element?.contains(document.activeElement)) return;
    element.querySelector<HTMLElement>(`[data-listed="${CSS.escape(openedId)}"]`)?.focus();
  }, [scroller, openedId]);
}
