import { useState } from 'react';
import { devicesAtMost } from '../../actions/driver-approval/devices.ts';
import { DeploymentDate } from '../../actions/driver-approval/dialog/deployment-date.tsx';
import { OptionalStatus, withStatus } from '../../actions/driver-approval/dialog/optional-status.tsx';
import { isDriverIntent } from '../../actions/driver-approval/intent.ts';
import {
  type DeploymentChoice,
  localZone,
  readDeployment,
} from '../../actions/driver-approval/local-time.ts';
import { reviewDrivers } from '../../actions/driver-approval/review.ts';
import { verbs } from '../../actions/driver-approval/words.ts';
import type { Problem } from '../../lib/problem.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import type { Plan } from '../../runs/model/run.ts';
import { NoteField } from '../../ui/dialog-parts.tsx';
import { InputField } from '../../ui/field.tsx';
import { countOf } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { PauseOffers } from './pause-offers.tsx';
import { RingChoices } from './ring-choices.tsx';
import { givenDates, mostDaysBetween, readDaysBetween, ringDates } from './ring-dates.ts';
import { optionalOf, planRollout, ringsOf } from './rollout.ts';
import styles from './rollout-dialog.module.css';
import { UpdateList } from './update-list.tsx';
import type { RolloutDraft } from './use-rollout.ts';

/** Reviews a decision over several profiles: where it applies, from when in each, and what is skipped there. */
export function RolloutDialog({
  draft,
  onDraftChange,
  updates,
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
  rings: Rings;
  /** Every driver update: other versions among them are what a pause leaves. */
  all: readonly DriverUpdate[];
  /** What speaks against the person's roles. */
  roleWarning: string | undefined;
  isStarting: boolean;
  problem: Problem | undefined;
  onStart: (plan: Plan) => void;
  /** Keeps the decision for the plan instead of sending it. */
  onStage?: (plan: Plan) => void;
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

  const rings = ringsOf(request, updates, shown.all, { columns: shown.columns, included, busy });
  const chosen = new Set(draft.profileIds);
  const taking = rings.filter(({ profile }) => chosen.has(profile.id));
  const sending = taking.filter(({ sent }) => sent.length > 0);
  const sent = sending.flatMap((ring) => ring.sent);

  const hasDate = request === 'approve' || request === 'changeDate';
  const choice: DeploymentChoice = request === 'changeDate' ? { ...draft, when: 'onDate' } : draft;
  const daysBetween = readDaysBetween(draft.daysBetween);
  const stepsAt = (at: number) => {
    const ids = sending.map(({ profile }) => profile.id);
    const dates = draft.dates
      ? givenDates(draft.dates, ids)
      : ringDates(choice, ids, daysBetween ?? 0, { timeZone: zone, now: at });
    return sending.map((ring) => ({
      ...ring,
      deployAt: hasDate ? (dates.get(ring.profile.id) ?? null) : null,
    }));
  };
  const deployment = readDeployment(choice, zone, now);
  const isLateAt = (at: number) =>
    draft.dates
      ? stepsAt(at).some(({ deployAt }) => deployAt !== null && deployAt < at)
      : readDeployment(choice, zone, at).error !== undefined;
  const steps = stepsAt(now);
  const plan = planRollout(request, steps, draft.note);
  const [target] = plan.targets;
  const number = countOf(sent.length, 'driver');
  const verb = verbs[request];
  const daysError =
    daysBetween === undefined ? `Enter a whole number of days, at most ${mostDaysBetween}` : undefined;

  return (
    <ReviewDialog
      title={`${verb} ${countOf(updates.length, 'driver update')}?`}
      context={
        sending.length > 0 ? `${number} in ${countOf(sending.length, 'profile')}` : 'In no profile yet'
      }
      review={
        target && isDriverIntent(target.intent)
          ? reviewDrivers(
              request,
              target.intent,
              steps.map((step, place) => ({
                items: plan.targets[place]?.items ?? [],
                devices: devicesAtMost(step.sent, step.profile),
              })),
            )
          : undefined
      }
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
        onConfirm: () => decide(onStart),
        onStage: onStage && (() => decide(onStage)),
      }}
    >
      <RingChoices
        rings={rings}
        chosen={chosen}
        dates={
          hasDate && deployment.error === undefined && daysError === undefined
            ? new Map(steps.map(({ profile, deployAt }) => [profile.id, deployAt]))
            : undefined
        }
        onChange={(profileIds) => set({ profileIds: [...profileIds] })}
      />
      {optionalOf(taking).map((some) => (
        <OptionalStatus
          key={some.status}
          some={some}
          isIncluded={included.includes(some.status)}
          onChange={(isIncluded) => set({ included: withStatus(included, some.status, isIncluded) })}
        />
      ))}
      <UpdateList updates={updates} />
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
      {hasDate && !draft.dates && sending.length > 1 && (
        <div className={styles.days}>
          <InputField
            label="Days from one profile to the next"
            hint="0: all on the same date. Counted in the order above."
            inputMode="numeric"
            value={draft.daysBetween}
            error={daysError}
            onChange={({ target: { value } }) => set({ daysBetween: value })}
          />
        </div>
      )}
      <NoteField note={draft.note} onNoteChange={(note) => set({ note })} />
    </ReviewDialog>
  );

  function decide(take: (plan: Plan) => void): void {
    const at = Date.now();
    setClickedAt(at);
    const late = hasDate && isLateAt(at);
    if (!late) take(planRollout(request, stepsAt(at), draft.note));
  }

  function whyNotYet(): string | undefined {
    if (taking.length === 0) return 'Choose the profiles first';
    if (sent.length === 0) return 'Nothing is included yet';
    if (!hasDate) return undefined;
    if (draft.dates) return isLateAt(now) ? 'A date has passed. Choose the dates again' : undefined;
    return deployment.error ?? (sending.length > 1 ? daysError : undefined);
  }
}
