import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/headless/svg/clipboard-task-list-ltr';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { useMemo } from 'react';
import { driverRequests } from '../../actions/driver-approval/requests.ts';
import { whyNot } from '../../actions/driver-approval/rules.ts';
import { planRollout, ringsOf } from '../../dialogs/rollout/rollout.ts';
import { type RolloutDraft, rolloutDraft } from '../../dialogs/rollout/use-rollout.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { conflictText } from '../../resources/driver-updates/conflict-words.ts';
import { cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { familiesOf } from '../../resources/driver-updates/family.ts';
import { VersionList } from '../../resources/driver-updates/version-list.tsx';
import { apartText, stillLoading } from '../../resources/driver-updates/words.ts';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import type { Journal } from '../../runs/journal/journal.ts';
import type { Plan } from '../../runs/model/run.ts';
import type { Runner } from '../../runs/runner.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import type { Steps } from '../../ui/details-panel.tsx';
import { useNow } from '../../ui/use-now.ts';
import { BeforeYouDecide } from './before-you-decide.tsx';
import { IfYouDecide } from './if-you-decide.tsx';
import { ParkMenu } from './park-menu.tsx';
import paneStyles from './review-pane.module.css';
import { ReviewPane } from './review-pane.tsx';
import { RingCards } from './ring-cards.tsx';
import type { Review } from './use-review.ts';
import { useRingChoice } from './use-ring-choice.ts';

const decisions = driverRequests.filter(({ request }) => request !== 'changeDate');
const noDrivers = 'Select a ring first';

/** One driver update of the inbox: its rings and versions, what a decision means, and the ways to decide. */
export function ReviewItem({
  update,
  review,
  sources,
  place,
  isFiltered,
  count,
  steps,
  onAsk,
  onStage,
  onPark,
  onOpen,
  onBack,
}: {
  update: DriverUpdate;
  review: Review;
  sources: { readonly journal: Journal; readonly runner: Runner };
  place: number;
  /** Filters or a search are on. */
  isFiltered: boolean;
  count: number;
  steps: Steps;
  /** Opens the dialog of a decision. */
  onAsk: (draft: RolloutDraft) => void;
  /** Stages an approval. */
  onStage: (plan: Plan) => void;
  onPark: (until: string) => void;
  onOpen: (update: DriverUpdate) => void;
  onBack: (() => void) | undefined;
}) {
  const { rows, rings, plan, stagedFor, waitingIn, today } = review;
  const waiting = waitingIn(update);
  const busy = useBusyIds();
  const choice = useRingChoice(update, waiting, rings, plan.isLoaded, useNow());
  const versions = useMemo(
    () => familiesOf(rows).find((family) => family.versions.includes(update))?.versions ?? [update],
    [rows, update],
  );
  const drivers = choice.chosen.flatMap(({ id }) => cellIn(update, rings.columns, id) ?? []);
  const approvable = ringsOf('approve', [update], choice.chosen, {
    columns: rings.columns,
    included: [],
    busy,
  }).filter(({ sent }) => sent.length > 0);

  // A person who filters means what the list shows: nothing else is decided by a key.
  const isHidden = isFiltered && place === 0 && waiting.length > 0;
  const isStillLoading = rings.loadingIds.size > 0 && choice.listed.length === 0;
  const whyNotNow =
    rings.isKept || isStillLoading
      ? stillLoading
      : isHidden
        ? 'The filters hide this driver. Choose one in the list'
        : drivers.length === 0
          ? noDrivers
          : undefined;
  const whyNotStaged =
    whyNotNow ??
    choice.problem ??
    (approvable.length === 0 ? 'Needs review in none of the selected rings' : undefined) ??
    (plan.isLoaded ? undefined : 'The plan is still loading');

  function ask(request: RolloutDraft['request']): void {
    const hasDates = request === 'approve' && choice.begins !== 'allNow';
    onAsk(
      rolloutDraft(request, {
        updateId: update.id,
        profileIds: choice.chosen.map(({ id }) => id),
        dates: hasDates ? choice.dates() : undefined,
      }),
    );
  }

  function stage(): void {
    const dates = choice.dates();
    const steps = approvable.map((ring) => ({ ...ring, deployAt: dates[ring.profile.id] ?? null }));
    onStage(planRollout('approve', steps, ''));
  }

  const commands = [
    ...decisions.map(({ request, label, key, icon, isPrimary }) => ({
      label: `${label}…`,
      key,
      icon,
      isPrimary,
      disabled:
        whyNotNow ??
        whyNone(drivers, (driver) => whyNot(request, driver), 'drivers') ??
        (request === 'approve' ? choice.problem : undefined),
      onRun: () => ask(request),
    })),
    {
      label: 'Stage',
      key: 'S',
      icon: ClipboardTaskListLtrRegular,
      disabled: whyNotStaged,
      onRun: stage,
    },
  ];
  return (
    <ReviewPane
      update={update}
      isNew={rings.newIds.has(update.id)}
      place={place}
      count={count}
      steps={steps}
      onBack={onBack}
      commands={
        <CommandBar label="Commands" commands={commands}>
          <ParkMenu today={today} onPark={onPark} />
        </CommandBar>
      }
    >
      {rings.conflictsOf(update).map((conflict) => (
        <p key={conflict.kind} className={paneStyles.said}>
          <WarningFilled /> <strong>Conflict.</strong> <bdi>{conflictText(conflict, update, rings)}</bdi>
        </p>
      ))}
      {update.apart && <p className={paneStyles.said}>{apartText(update.apart)}</p>}
      <RingCards update={update} rings={rings} choice={choice} stagedFor={stagedFor} waiting={waiting} />
      <div className={paneStyles.columns}>
        <div>
          <VersionList update={update} all={rows} now={rings.now} onOpen={onOpen} />
          <BeforeYouDecide update={update} versions={versions} sources={sources} />
        </div>
        <IfYouDecide
          update={update}
          versions={versions}
          rings={rings}
          chosen={choice.chosen}
          hasDates={choice.begins !== 'allNow'}
          waitingIn={waitingIn}
          onOpen={onOpen}
          onDecline={(other) =>
            onAsk(rolloutDraft('decline', { updateId: other.id, profileIds: waitingIn(other) }))
          }
        />
      </div>
    </ReviewPane>
  );
}
