import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAccount } from '../../auth/session.ts';
import { stopDraft, useRollout } from '../../dialogs/rollout/use-rollout.ts';
import { dayOf } from '../../lib/local-day.ts';
import { changeKey } from '../../plan/staged/staged-change.ts';
import { usePlan } from '../../plan/staged/use-plan.ts';
import { StagingBar } from '../../plan/staging-bar/staging-bar.tsx';
import { useFreezes } from '../../plan/use-freezes.ts';
import { scheduledIn } from '../../resources/driver-updates/scheduled.ts';
import { useDriverUpdates } from '../../resources/driver-updates/use-driver-updates.ts';
import {
  droppedText,
  gapsText,
  snapshotText,
  soFarText,
  stillLoading,
} from '../../resources/driver-updates/words.ts';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { Button } from '../../ui/button.tsx';
import { countOf } from '../../ui/format.ts';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { EmptyState, Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useNow } from '../../ui/use-now.ts';
import { byDay, byRing, type Entry, entriesOf } from './agenda.ts';
import { AgendaList } from './agenda-list.tsx';
import styles from './calendar-page.module.css';
import { Freezes } from './freezes.tsx';
import { monthFrom, monthOf } from './month.ts';
import { MonthGrid } from './month-grid.tsx';
import { MonthHead } from './month-head.tsx';
import { MoveDateDialog } from './move-date-dialog.tsx';
import type { CalendarSearch } from './search.ts';
import { StopRollout } from './stop-rollout.tsx';
import { entriesText, longDay, monthName, shortDay } from './words.ts';

const route = getRouteApi('/calendar');

/** What becomes available when and where, over all profiles, and the days on which nothing is to. */
export function CalendarPage() {
  const { runner } = route.useRouteContext();
  return (
    <RunMarks runner={runner}>
      <Calendar />
    </RunMarks>
  );
}

function Calendar() {
  const { graph, runner } = route.useRouteContext();
  const search = route.useSearch();
  const change = useChangeSearch<CalendarSearch>();
  const { query, setAside, rows, gaps, kept, rings } = useDriverUpdates(graph, useAccount());
  const [plan, store] = usePlan();
  const [freezes] = useFreezes();
  const [draft, setDraft] = useRollout('calendar');
  const [moving, setMoving] = useState<Entry>();
  const isNarrow = useNarrow();
  const now = useNow();
  const today = dayOf(now);
  const home = monthFrom(today);
  const month = search.month ?? (search.day === undefined ? home : monthOf(search.day));

  const entries = useMemo(
    () =>
      entriesOf(rows, plan.changes.values(), {
        profiles: rings.all,
        columns: rings.columns,
        now: rings.now,
      }),
    [rows, plan.changes, rings],
  );
  const days = byDay(entries.filter(({ at }) => at > now));
  const { until } = search;
  const listed = [...days].filter(([day]) => {
    if (search.day !== undefined) return day === search.day;
    if (until !== undefined) return day <= until;
    return isNarrow || month <= home || day >= `${month}-01`;
  });
  const scheduled = entries.filter(({ kind }) => kind === 'scheduled');
  const monthInAddress = (shown: string) => (shown === home ? undefined : shown);
  const title = search.day
    ? 'Chosen day'
    : until !== undefined
      ? `Until ${shortDay(until)}`
      : isNarrow || month <= home
        ? 'Coming days'
        : `From ${monthName(month)}`;

  return (
    <Page
      title="Calendar"
      facts={
        <ReadFacts
          query={query}
          facts={[
            soFarText(
              `${countOf(scheduled.length, 'driver')} to become available in ${countOf(byRing(scheduled).length, 'profile')}`,
              gaps,
            ),
            gapsText(gaps) ?? '',
          ].filter((fact) => fact !== '')}
        >
          {rings.isKept && kept.at !== null && <span>{snapshotText(kept.at, now)}</span>}
          {kept.isDropped && <span>{droppedText}</span>}
        </ReadFacts>
      }
    >
      <QueryState query={query} isEmpty={rings.all.length === 0} setAside={setAside}>
        <div className={styles.body}>
          <div className={styles.left}>
            {!isNarrow && (
              <>
                <MonthHead
                  month={month}
                  onMonth={(next) =>
                    change({ month: monthInAddress(next), day: undefined, until: undefined })
                  }
                  onToday={() => change({ month: undefined, day: today })}
                />
                <MonthGrid
                  month={month}
                  chosen={search.day}
                  today={today}
                  days={days}
                  freezes={freezes}
                  profileIds={rings.all.map(({ id }) => id)}
                  onChoose={(day) => change({ day, month: undefined })}
                />
              </>
            )}
            <Freezes profiles={rings.all} day={search.day} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
          <section className={styles.agenda} aria-label="Agenda" tabIndex={0}>
            <div className={styles.agendaHead}>
              <h2 className={styles.agendaTitle}>{title}</h2>
              {(search.day ?? until) !== undefined && (
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => change({ day: undefined, until: undefined, month: monthInAddress(month) })}
                >
                  Show coming days
                </Button>
              )}
            </div>
            {search.day === undefined && until !== undefined && listed.length > 0 && (
              <p className={styles.agendaFacts}>{entriesText(listed.flatMap(([, own]) => own))}</p>
            )}
            {listed.length === 0 && !query.isFetching && (
              <EmptyState {...(search.day && { title: longDay(search.day) })}>
                <p>
                  {search.day === undefined
                    ? 'No approved driver becomes available later.'
                    : 'No approved driver becomes available on this day.'}
                </p>
              </EmptyState>
            )}
            <AgendaList
              key={search.day ?? month}
              days={new Map(listed)}
              ringIds={rings.rings.map(({ id }) => id)}
              commands={{
                // A rollout is stopped in every profile.
                disabled: rings.isKept || gaps.loading.length > 0 ? stillLoading : undefined,
                onMove: setMoving,
                onStop: (update) =>
                  setDraft(
                    stopDraft(
                      update.id,
                      scheduledIn(update, rings.all, rings).map(({ id }) => id),
                    ),
                  ),
                onUnstage: (one) => store.remove([changeKey(one)]),
              }}
            />
          </section>
        </div>
        <StagingBar />
      </QueryState>
      {moving && (
        <MoveDateDialog
          entry={moving}
          rings={rings}
          onStage={(changes) => store.stage(changes)}
          onClose={() => setMoving(undefined)}
        />
      )}
      <StopRollout draft={draft} onDraftChange={setDraft} rows={rows} rings={rings} runner={runner} />
    </Page>
  );
}
