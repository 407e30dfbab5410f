import { useState } from 'react';
import { DeploymentDate } from '../../actions/driver-approval/dialog/deployment-date.tsx';
import { localZone, readDeployment } from '../../actions/driver-approval/local-time.ts';
import { planDrivers } from '../../actions/driver-approval/plan.ts';
import { FreezeReason, reasonMissing } from '../../dialogs/rollout/freeze-reason.tsx';
import { RingChoices } from '../../dialogs/rollout/ring-choices.tsx';
import { exceptAlreadyOn, ringsOf } from '../../dialogs/rollout/rollout.ts';
import { frozenFor } from '../../dialogs/rollout/wave-dates.ts';
import { dayOf } from '../../lib/local-day.ts';
import { changesOf, type StagedChange } from '../../plan/staged/staged-change.ts';
import { noRoom } from '../../plan/staged/use-staging.ts';
import { useFreezes } from '../../plan/use-freezes.ts';
import { updateName } from '../../resources/driver-updates/names.ts';
import { scheduledIn } from '../../resources/driver-updates/scheduled.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { countOf } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import type { Entry } from './agenda.ts';

/** Stages another date for a driver update, in the profiles where it is still to become available. Nothing is sent. */
export function MoveDateDialog({
  entry: { update, profile, at },
  rings: shown,
  onStage,
  onClose,
}: {
  entry: Entry;
  rings: Rings;
  /** Returns false where the plan has no room. */
  onStage: (changes: readonly StagedChange[]) => boolean;
  onClose: () => void;
}) {
  const [freezes] = useFreezes();
  const zone = localZone();
  const beat = useNow();
  // The dialog may stand open past the date: the click looks at the clock itself.
  const [clickedAt, setClickedAt] = useState(0);
  const now = Math.max(beat, clickedAt);
  const [date, setDate] = useState(() => localText(at));
  const [profileIds, setProfileIds] = useState<readonly string[]>([profile.id]);
  const [reason, setReason] = useState('');
  const [isFull, setFull] = useState(false);
  const busy = useBusyIds();

  const choice = { when: 'onDate', date } as const;
  const deployment = readDeployment(choice, zone, now);
  const { instant } = deployment;
  const chosen = new Set(profileIds);
  const within = { columns: shown.columns, included: [], busy };
  const rings = ringsOf('changeDate', [update], scheduledIn(update, shown.all, shown), within).map((ring) =>
    chosen.has(ring.profile.id) && deployment.error === undefined ? exceptAlreadyOn(ring, instant) : ring,
  );
  const moved = rings.filter((ring) => chosen.has(ring.profile.id) && ring.sent.length > 0);
  const movedIds = moved.map((ring) => ring.profile.id);
  const frozen =
    instant === null || deployment.error !== undefined ? [] : frozenFor(freezes, movedIds, dayOf(instant));

  function whyNotYet(): string | undefined {
    if (profileIds.length === 0) return 'Choose a profile first';
    if (deployment.error !== undefined) return deployment.error;
    if (moved.length === 0) return 'Choose another date';
    return frozen.length > 0 && reason.trim() === '' ? reasonMissing : undefined;
  }

  function stage() {
    const clicked = Date.now();
    setClickedAt(clicked);
    if (readDeployment(choice, zone, clicked).error !== undefined) return;
    const changes = moved.flatMap((ring) => {
      const plan = planDrivers('changeDate', ring.profile, ring.sent, { deployAt: instant, note: '' });
      // The reason belongs to the profiles in which the date is frozen.
      const isFrozen = instant !== null && frozenFor(freezes, [ring.profile.id], dayOf(instant)).length > 0;
      const freezeReasons = isFrozen ? { [ring.profile.id]: reason.trim() } : {};
      return changesOf({ ...plan, freezeReasons }, clicked);
    });
    if (onStage(changes)) onClose();
    else setFull(true);
  }

  return (
    <ConfirmDialog
      title="Change the date?"
      context={<bdi>{updateName(update)}</bdi>}
      confirm={{
        label: moved.length > 0 ? `Stage ${countOf(moved.length, 'change')}` : 'Stage',
        disabled: whyNotYet(),
        onConfirm: stage,
      }}
      isStarting={false}
      problem={isFull ? noRoom : undefined}
      onClose={onClose}
      foot="Staged in your plan. Nothing is sent until you start a run there."
    >
      <RingChoices rings={rings} chosen={chosen} onChange={setProfileIds} />
      <DeploymentDate
        choice={choice}
        deployment={deployment}
        zone={zone}
        now={now}
        mustHaveDate
        onChange={(next) => setDate(next.date)}
      />
      <FreezeReason freezes={frozen} reason={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** "2026-12-08T06:00", in this browser's zone. */
function localText(instant: number): string {
  const time = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dayOf(instant)}T${two(time.getHours())}:${two(time.getMinutes())}`;
}
