import { useMemo, useState } from 'react';
import { devicesAtMost } from '../../actions/driver-approval/devices.ts';
import { DeploymentDate } from '../../actions/driver-approval/dialog/deployment-date.tsx';
import { OptionalStatus, withStatus } from '../../actions/driver-approval/dialog/optional-status.tsx';
import { isDriverIntent } from '../../actions/driver-approval/intent.ts';
import { localZone, readDeployment } from '../../actions/driver-approval/local-time.ts';
import { reviewDrivers } from '../../actions/driver-approval/review.ts';
import { verbs } from '../../actions/driver-approval/words.ts';
import type { Problem } from '../../lib/problem.ts';
import { dayIn } from '../../lib/zone-day.ts';
import type { StagingPlan } from '../../plan/staged/staged-change.ts';
import { standingOf } from '../../resources/driver-profiles/standing.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { noteWithReason } from '../../resources/driver-updates/freeze-words.ts';
import { createLineageFinder } from '../../resources/driver-updates/lineage.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { noFreeDayText } from '../../resources/driver-updates/wave-words.ts';
import { notYetText } from '../../resources/driver-updates/words.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import type { Plan } from '../../runs/model/run.ts';
import { NoteField } from '../../ui/dialog-parts.tsx';
import { countOf } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { approvalWarnings } from './approval-warnings.ts';
import { FreezeReason, reasonMissing } from './freeze-reason.tsx';
import { PauseOffers } from './pause-offers.tsx';
import { RingChoices } from './ring-choices.tsx';
import { exceptAlreadyOn, optionalOf, planRollout, ringsOf, updatesOf } from './rollout.ts';
import { UpdateList } from './update-list.tsx';
import { mayBeStaged, type RolloutDraft } from './use-rollout.ts';
import { useRolloutDates } from './use-rollout-dates.ts';
import { frozenFor } from './wave-dates.ts';
import { WaveSteps } from './wave-steps.tsx';

/** Reviews a decision over several profiles: where it applies, from when in each, and what is skipped there. */
export function RolloutDialog({
  draft,
  onDraftChange,
  updates,
  isIn,
  skipped,
  rings: shown,
  all,
  roleWarning,
  isStarting,
  problem,
  onStart,
  onStage,
  onClose,
}: {
  draft: RolloutDraft;
  onDraftChange: (next: RolloutDraft) => void;
  updates: readonly DriverUpdate[];
  /** Whether a driver update is part of the decision in a profile; in all of them when absent. */
  isIn?: ((updateId: string, profileId: string) => boolean) | undefined;
  /** Why some of what was selected is part of no decision. */
  skipped?: string | undefined;
  rings: Rings;
  /** Every driver update: other versions among them are what a pause leaves. */
  all: readonly DriverUpdate[];
  /** What speaks against the person's roles. */
  roleWarning: string | undefined;
  isStarting: boolean;
  problem: Problem | undefined;
  onStart: (plan: Plan) => void;
  /** Keeps the decision for the plan instead of sending it. */
  onStage?: (plan: StagingPlan) => void;
  onClose: () => void;
}) {
  const { request, included } = draft;
  const set = (change: Partial<RolloutDraft>) => onDraftChange({ ...draft, ...change });
  // As the dialog was opened: a run that begins elsewhere meanwhile is met by the check before the sending.
  const busyNow = useBusyIds();
  const [busy] = useState(busyNow);
  const zone = localZone();
  const beat = useNow();
  // The dialog may stand open past the date: the click looks at the clock itself.
  const [clickedAt, setClickedAt] = useState(0);
  const now = Math.max(beat, clickedAt);
  const listed = ringsOf(request, updates, shown.whole, { columns: shown.columns, included, busy, isIn });
  const notYet = notYetText(shown.loadingIds.size);
  const chosen = new Set(draft.profileIds);
  const taking = listed.filter(({ profile }) => chosen.has(profile.id));
  const withDrivers = taking.filter(({ sent }) => sent.length > 0);

  const hasDate = request === 'approve' || request === 'changeDate';
  const ids = withDrivers.map(({ profile }) => profile.id);
  const { chain, choice, datesAt, daysError, followers, freezes, waits } = useRolloutDates(
    draft,
    ids,
    shown.rings,
  );
  const stepsAt = (at: number) => {
    if (!hasDate) return withDrivers.map((ring) => ({ ...ring, deployAt: null }));
    const { waves = [] } = datesAt(at);
    return withDrivers.map((ring) => {
      const deployAt = waves.find(({ profileId }) => profileId === ring.profile.id)?.from ?? null;
      return { ...exceptAlreadyOn(ring, deployAt), deployAt };
    });
  };
  const deployment = readDeployment(choice, zone, now);
  const isLateAt = (at: number) =>
    draft.dates
      ? stepsAt(at).some(({ deployAt }) => deployAt !== null && deployAt < at)
      : readDeployment(choice, zone, at).error !== undefined;
  const { waves, frozen } = hasDate ? datesAt(now) : { waves: undefined, frozen: [] };
  const steps = stepsAt(now);
  const sending = steps.filter(({ sent }) => sent.length > 0);
  const sent = sending.flatMap((ring) => ring.sent);
  const concerned = updatesOf(sending, updates, shown.columns);
  const rings = listed.map(
    (ring) => (waves && steps.find(({ profile }) => profile === ring.profile)) ?? ring,
  );
  const planAt = (at: number) =>
    planRollout(request, stepsAt(at), noteWithReason(draft.note, frozen, draft.reason));
  /** Staged, the note stays apart from the reason, which belongs to the profiles in which the date is frozen. */
  const stagingAt = (at: number): StagingPlan => {
    const own = stepsAt(at).map(({ profile, deployAt }) => {
      const isFrozen = hasDate && frozenFor(freezes, [profile.id], dayIn(zone, deployAt ?? at)).length > 0;
      return [profile.id, isFrozen ? draft.reason.trim() : ''] as const;
    });
    return {
      ...planRollout(request, stepsAt(at), draft.note.trim()),
      freezeReasons: Object.fromEntries(own),
    };
  };
  const plan = planAt(now);
  const [target] = plan.targets;
  const number = countOf(sent.length, 'driver');
  const verb = verbs[request];
  const isAhead = draft.isStop && sent.every((driver) => standingOf(driver, now) === 'scheduled');
  const review =
    target && isDriverIntent(target.intent)
      ? reviewDrivers(
          request,
          target.intent,
          sending.map((ring, place) => ({
            items: plan.targets[place]?.items ?? [],
            devices: devicesAtMost(ring.sent, ring.profile),
          })),
        )
      : undefined;
  const lineageOf = useMemo(() => createLineageFinder(all, shown.now), [all, shown.now]);
  const warnings = request === 'approve' ? approvalWarnings(concerned, sending, { ...shown, lineageOf }) : [];

  return (
    <ReviewDialog
      title={`${draft.isStop ? 'Stop rollout of' : verb} ${countOf(concerned.length, 'driver update')}?`}
      context={
        sending.length > 0
          ? `${number} in ${countOf(sending.length, 'profile')}${isAhead ? ', not available there yet' : ''}`
          : 'In no profile yet'
      }
      review={review && { ...review, warnings: [...review.warnings, ...warnings] }}
      roleWarning={roleWarning}
      checkedAs="Each driver is checked again right before it’s sent."
      isStarting={isStarting}
      problem={problem}
      onClose={onClose}
      confirm={{
        label: sent.length > 0 ? `${verb} ${number}` : `${verb} drivers`,
        count: sent.length,
        ids: sent.map(({ id }) => id),
        disabled: whyNotYet(),
        onConfirm: () => decide((at) => onStart(planAt(at))),
        onStage: onStage && mayBeStaged(draft) ? () => decide((at) => onStage(stagingAt(at))) : undefined,
      }}
    >
      <RingChoices
        rings={rings}
        chosen={chosen}
        waves={daysError === undefined ? waves : undefined}
        waits={hasDate && !draft.dates && draft.step === 'days' ? { of: waits, chain } : undefined}
        onChange={(profileIds) => set({ profileIds: [...profileIds] })}
      />
      {notYet !== undefined && <p>{notYet}</p>}
      {skipped && <p>{skipped}</p>}
      {optionalOf(taking).map((some) => (
        <OptionalStatus
          key={some.status}
          some={some}
          isIncluded={included.includes(some.status)}
          onChange={(isIncluded) => set({ included: withStatus(included, some.status, isIncluded) })}
        />
      ))}
      <UpdateList updates={concerned} />
      {request === 'suspend' && <PauseOffers rings={sending} shown={shown} updates={updates} all={all} />}
      {hasDate && !draft.dates && (
        <DeploymentDate
          choice={choice}
          deployment={deployment}
          zone={zone}
          now={now}
          mustHaveDate={request === 'changeDate'}
          onChange={({ when, date }) => set({ when, date })}
        />
      )}
      {hasDate && !draft.dates && followers.length > 0 && (
        <WaveSteps
          step={draft.step}
          daysText={waits.textOfAll(followers)}
          daysError={daysError}
          hasFreezes={freezes.length > 0}
          onStepChange={(step) => set({ step })}
          onDaysChange={(text) => waits.setAll(text, followers)}
        />
      )}
      <FreezeReason freezes={frozen} reason={draft.reason} onChange={(reason) => set({ reason })} />
      <NoteField note={draft.note} onNoteChange={(note) => set({ note })} />
    </ReviewDialog>
  );

  function decide(take: (at: number) => void): void {
    const at = Date.now();
    setClickedAt(at);
    if (hasDate && isLateAt(at)) return;
    if (draft.step === 'days') waits.keep();
    take(at);
  }

  function whyNotYet(): string | undefined {
    if (taking.length === 0) return 'Choose the profiles first';
    if (withDrivers.length === 0) return 'Nothing is included yet';
    if (!hasDate) return undefined;
    if (draft.dates) {
      if (isLateAt(now)) return 'A date has passed. Choose the dates again';
    } else {
      if (deployment.error !== undefined) return deployment.error;
      if (daysError !== undefined) return daysError;
    }
    if (!waves) return noFreeDayText.slice(0, -1);
    if (sent.length === 0) return 'All of them are approved with this date already';
    return frozen.length > 0 && draft.reason.trim() === '' ? reasonMissing : undefined;
  }
}
