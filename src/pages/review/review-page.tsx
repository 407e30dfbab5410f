import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { driverApproval } from '../../actions/driver-approval/action.ts';
import { useRollout } from '../../plan/rollout/use-rollout.ts';
import { changesOf } from '../../plan/staged/staged-change.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { familyOrder, inboxFamilies, oldestFirst } from '../../resources/driver-updates/inbox.ts';
import { noteReviewed, park, unpark } from '../../resources/driver-updates/review-notes.ts';
import { updateId, updateRowName } from '../../resources/driver-updates/use-driver-updates.ts';
import { droppedText, gapsText, snapshotText } from '../../resources/driver-updates/words.ts';
import { RoleNote } from '../../run-panel/role-note.tsx';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import type { Plan } from '../../runs/model/run.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import { findPosition } from '../../ui/data-grid/selection.ts';
import { countOf } from '../../ui/format.ts';
import { FilterRow } from '../../ui/list-page/filter-row.tsx';
import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useAsked, useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { useList } from '../../ui/list-page/use-list.ts';
import { useSteps } from '../../ui/list-page/use-steps.ts';
import { EmptyState } from '../../ui/page.tsx';
import { useWindowCondition, windowCondition } from '../../ui/use-narrow.ts';
import { useNow } from '../../ui/use-now.ts';
import { GroupToggle } from './group-toggle.tsx';
import { InboxZero } from './inbox-zero.tsx';
import { ParkedMenu } from './parked-menu.tsx';
import { reviewColumns } from './review-columns.tsx';
import { ReviewDecision } from './review-decision.tsx';
import { noFilters, reviewFilters } from './review-filters.ts';
import { planIsFull, ReviewItem } from './review-item.tsx';
import paneStyles from './review-pane.module.css';
import { ReviewProgress } from './review-progress.tsx';
import type { ReviewSearch } from './search.ts';
import { useReview } from './use-review.ts';

const route = getRouteApi('/review');
/** List or item: there is no room for both. */
const tight = windowCondition('(max-width: 1023px)');

/** What waits for a decision in any profile, one after the other. */
export function ReviewPage() {
  const { runner } = route.useRouteContext();
  return (
    <RunMarks runner={runner}>
      <Inbox />
    </RunMarks>
  );
}

function Inbox() {
  const { graph, journal, runner } = route.useRouteContext();
  const search = route.useSearch();
  const change = useChangeSearch<ReviewSearch>();
  const review = useReview(graph, runner);
  const { query, setAside, rows, isComplete, gaps, kept, rings, notesStore, planStore, today } = review;
  const { waiting, waitingIn, stagedFor, lineageOf, parked, reviewed, plan } = review;
  const now = useNow();
  const isTight = useWindowCondition(tight);
  const isGrouped = search.group === undefined;

  const families = useMemo(() => inboxFamilies(waiting), [waiting]);
  const inbox = useMemo(() => (isGrouped ? waiting : oldestFirst(waiting)), [waiting, isGrouped]);
  const columns = useMemo(() => {
    const isInFamily = ({ id }: DriverUpdate) => isGrouped && families.get(id)?.isAlone === false;
    return reviewColumns({ rings, stagedFor, waitingIn, lineageOf, isInFamily });
  }, [rings, stagedFor, waitingIn, lineageOf, families, isGrouped]);
  const filters = useMemo(() => reviewFilters(rings, waitingIn, rings.nameOf), [rings, waitingIn]);
  const asked = useAsked(search, change, { filters, noFilters, opened: 'update' });
  const groupBy = useMemo(
    () =>
      isGrouped
        ? (update: DriverUpdate) =>
            families.get(update.id) ?? { id: update.id, label: update.name, isAlone: true }
        : undefined,
    [isGrouped, families],
  );
  const groupOrder = useMemo(
    () => (isGrouped ? familyOrder(families, asked.sort) : undefined),
    [isGrouped, families, asked.sort],
  );
  // Never held: what is decided leaves the list, and what is taken back stands where it was.
  const list = useList({ query, rows: inbox, isComplete: false, setAside }, asked, {
    name: 'review',
    noun: 'driver',
    columns,
    twoLines: true,
    rowId: updateId,
    groupBy,
    groupOrder,
  });
  const open = (update: DriverUpdate) => change({ update: update.id });
  const steps = useSteps(list, search.update, open);
  const [draft, setDraft] = useRollout();
  const [said, setSaid] = useState('');
  const lastStaged = useRef<string | undefined>(undefined);

  const { view } = list;
  const first = view.shown > 0 ? firstOf(view) : undefined;
  const firstId = first?.id;
  // Beside the list, something is always open: the address says so.
  useEffect(() => {
    if (!isTight && search.update === undefined && firstId !== undefined && isComplete) {
      change({ update: firstId });
    }
  });
  const opened = useMemo(
    () => (search.update === undefined ? undefined : rows.find(({ id }) => id === search.update)),
    [rows, search.update],
  );
  const isItemAlone = isTight && search.update !== undefined;
  const about = draft && rows.find(({ id }) => id === draft.updateId);

  /** Opens the next one, or the one before at the end of the list. */
  function goOn(): void {
    const next = steps.next ?? steps.previous;
    if (next) next();
    else change({ update: undefined });
  }
  function stage(update: DriverUpdate, staged: Plan): void {
    const changes = changesOf(staged, Date.now());
    if (!planStore.stage(changes)) {
      setSaid(planIsFull);
      return;
    }
    lastStaged.current = update.id;
    setSaid(`Staged ${updateRowName(update)} in ${countOf(changes.length, 'profile')}.`);
    goOn();
  }
  function undo(): void {
    planStore.undo();
    setSaid('The last staging is undone.');
    if (lastStaged.current !== undefined) change({ update: lastStaged.current });
    lastStaged.current = undefined;
  }
  function parkUntil(update: DriverUpdate, until: string): void {
    notesStore.set(park(notesStore.get(), { id: update.id, name: updateRowName(update), until }, today));
    setSaid(`Parked ${updateRowName(update)}.`);
    goOn();
  }
  return (
    <ListPage
      title="Review"
      facts={
        <ReadFacts
          query={query}
          facts={[
            `${countOf(waiting.length, 'driver')} left in ${countOf(rings.all.length, 'profile')}`,
            gapsText(gaps) ?? '',
          ].filter((fact) => fact !== '')}
        >
          {rings.isKept && kept.at !== null && <span>{snapshotText(kept.at, now)}</span>}
          {kept.isDropped && <span>{droppedText}</span>}
        </ReadFacts>
      }
      commands={
        <>
          <CommandBar
            label="Review"
            commands={[
              {
                label: 'Undo last',
                key: 'Z',
                icon: ArrowUndoRegular,
                disabled: plan.canUndo ? undefined : 'Nothing has been staged here',
                onRun: undo,
              },
            ]}
          >
            <ParkedMenu parked={parked} onReturn={(id) => notesStore.set(unpark(notesStore.get(), id))} />
            <ReviewProgress reviewed={reviewed} left={waiting.length} />
          </CommandBar>
          <RoleNote runner={runner} action={driverApproval} />
          <ReviewDecision
            draft={draft}
            onDraftChange={setDraft}
            update={about ?? undefined}
            rings={rings}
            all={rows}
            runner={runner}
            onDecided={(update, isStarted) => {
              if (isStarted) notesStore.set(noteReviewed(notesStore.get(), update.id, today));
              else lastStaged.current = update.id;
              goOn();
            }}
          />
          <span role="status" className={paneStyles.spoken}>
            {said}
          </span>
        </>
      }
      filters={
        isItemAlone ? undefined : (
          <FilterRow list={list}>
            <GroupToggle group={search.group} onChange={(group) => change({ group })} />
          </FilterRow>
        )
      }
      details={
        opened ? (
          <ReviewItem
            update={opened}
            review={review}
            sources={{ journal, runner }}
            place={findPosition(view, updateId, opened.id) + 1}
            count={view.shown}
            steps={steps}
            onAsk={setDraft}
            onStage={(staged) => stage(opened, staged)}
            onPark={(until) => parkUntil(opened, until)}
            onOpen={open}
            onBack={isTight ? () => change({ update: undefined }) : undefined}
          />
        ) : (
          search.update !== undefined &&
          isComplete && (
            <div className={paneStyles.none}>
              <EmptyState title="No profile lists this driver update any longer">
                <p>Choose another one in the list.</p>
              </EmptyState>
            </div>
          )
        )
      }
    >
      {!isItemAlone && (
        <ListGrid
          label="Drivers to review"
          list={list}
          rowName={updateRowName}
          onOpen={open}
          openedId={search.update}
          empty={<InboxZero hasDrivers={rows.length > 0} reviewed={reviewed} parked={parked.length} />}
        />
      )}
    </ListPage>
  );
}

function firstOf(view: { readonly at: (position: number) => DriverUpdate }): DriverUpdate {
  return view.at(0);
}
