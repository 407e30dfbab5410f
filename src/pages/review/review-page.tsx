import { ArrowUndoRegular } from '@fluentui/react-icons/headless/svg/arrow-undo';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { driverApproval } from '../../actions/driver-approval/action.ts';
import { useRollout } from '../../dialogs/rollout/use-rollout.ts';
import { changesOf } from '../../plan/staged/staged-change.ts';
import { noRoom } from '../../plan/staged/use-staging.ts';
import { StagingBar } from '../../plan/staging-bar/staging-bar.tsx';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import type { Gaps } from '../../resources/driver-updates/gaps.ts';
import { updateId, updateRowName } from '../../resources/driver-updates/names.ts';
import { noteReviewed, park, unpark } from '../../resources/driver-updates/review-notes.ts';
import { RingOrderMenu } from '../../resources/driver-updates/ring-order-menu.tsx';
import {
  droppedText,
  gapsText,
  notFoundText,
  snapshotText,
  unassignedText,
} from '../../resources/driver-updates/words.ts';
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
import { useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { useSteps } from '../../ui/list-page/use-steps.ts';
import { EmptyState } from '../../ui/page.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { useWindowCondition, windowCondition } from '../../ui/use-narrow.ts';
import { useNow } from '../../ui/use-now.ts';
import { GroupToggle } from './group-toggle.tsx';
import { InboxZero } from './inbox-zero.tsx';
import { ParkedMenu } from './parked-menu.tsx';
import { ReviewDecision } from './review-decision.tsx';
import { ReviewItem } from './review-item.tsx';
import paneStyles from './review-pane.module.css';
import { ReviewProgress } from './review-progress.tsx';
import type { ReviewSearch } from './search.ts';
import { useInboxList } from './use-inbox-list.ts';
import { useReview } from './use-review.ts';
import { inboxFacts } from './words.ts';

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
  const { query, rows, isComplete, gaps, kept, rings, changeNotes, planStore, today } = review;
  const { numbers, parked, plan, unassigned } = review;
  const now = useNow();
  const isTight = useWindowCondition(tight);
  const list = useInboxList(review, search, change);
  const open = (update: DriverUpdate) => change({ update: update.id });
  const steps = useSteps(list, search.update, open);
  const [draft, setDraft] = useRollout('review');
  const [said, setSaid] = useState('');
  const [isFull, setFull] = useState(false);
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
  const isEmpty = isComplete && view.shown === 0;
  const isFailed = query.error !== null && rows.length === 0;
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
    const isTaken = planStore.stage(changes);
    setFull(!isTaken);
    if (!isTaken) return;
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
    changeNotes((notes) => park(notes, { id: update.id, name: updateRowName(update), until }, today));
    setSaid(`Parked ${updateRowName(update)}.`);
    goOn();
  }
  return (
    <ListPage
      title="Review"
      facts={
        // The driver needs the room.
        isItemAlone ? undefined : (
          <ReadFacts
            query={query}
            facts={[
              ...inboxFacts(numbers, rings.all.length, gaps),
              gapsText(gaps) ?? '',
              unassignedText(unassigned) ?? '',
            ].filter((fact) => fact !== '')}
          >
            {rings.isKept && kept.at !== null && <span>{snapshotText(kept.at, now)}</span>}
            {kept.isDropped && <span>{droppedText}</span>}
          </ReadFacts>
        )
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
            <ParkedMenu parked={parked} onReturn={(id) => changeNotes((notes) => unpark(notes, id))} />
            <ReviewProgress reviewed={numbers.reviewed} left={numbers.waiting} />
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
              if (isStarted) changeNotes((notes) => noteReviewed(notes, update.id, today));
              else lastStaged.current = update.id;
              // Another version was declined beside it: this one still waits.
              if (update.id === opened?.id) goOn();
            }}
          />
          {isFull && <ProblemBanner problem={noRoom} />}
          <span role="status" className={paneStyles.spoken}>
            {said}
          </span>
        </>
      }
      filters={
        isItemAlone ? undefined : (
          <FilterRow list={list}>
            <GroupToggle group={search.group} onChange={(group) => change({ group })} />
            <RingOrderMenu order={review.ringOrder} arranged={rings} onChange={review.setRingOrder} />
          </FilterRow>
        )
      }
      foot={isItemAlone ? undefined : <StagingBar />}
      details={
        opened ? (
          <ReviewItem
            update={opened}
            review={review}
            sources={{ journal, runner }}
            place={findPosition(view, updateId, opened.id) + 1}
            isFiltered={list.asked.isFiltered || search.q !== undefined}
            count={view.shown}
            steps={steps}
            onAsk={setDraft}
            onStage={(staged) => stage(opened, staged)}
            onPark={(until) => parkUntil(opened, until)}
            onOpen={open}
            onBack={isTight ? () => change({ update: undefined }) : undefined}
          />
        ) : (
          <NoItem
            isMissing={search.update !== undefined && isComplete}
            gaps={gaps}
            isRoomKept={!isTight && !isEmpty && !isFailed}
          />
        )
      }
    >
      {!isItemAlone && (
        <ListGrid
          label="Drivers to review"
          list={list}
          rowName={updateRowName}
          onOpen={open}
          empty={<InboxZero hasDrivers={rows.length > 0} numbers={numbers} gaps={gaps} />}
        />
      )}
    </ListPage>
  );
}

function firstOf(view: { readonly at: (position: number) => DriverUpdate }): DriverUpdate {
  return view.at(0);
}

/** In the place of the pane while nothing is open. @param props.isRoomKept something will be, beside the list */
function NoItem({ isMissing, gaps, isRoomKept }: { isMissing: boolean; gaps: Gaps; isRoomKept: boolean }) {
  if (!isMissing && !isRoomKept) return null;
  return (
    <div className={paneStyles.none}>
      {isMissing && (
        <EmptyState title={notFoundText(gaps)}>
          <p>Choose another one in the list.</p>
        </EmptyState>
      )}
    </div>
  );
}
