import { useMemo, useState } from 'react';
import { chooseDrivers } from '../../actions/driver-approval/choice.ts';
import { devicesAtMost } from '../../actions/driver-approval/devices.ts';
import { DeploymentDate } from '../../actions/driver-approval/dialog/deployment-date.tsx';
import { DriverLists, driverLook } from '../../actions/driver-approval/dialog/driver-lists.tsx';
import { OptionalStatus, withStatus } from '../../actions/driver-approval/dialog/optional-status.tsx';
import { isDriverIntent } from '../../actions/driver-approval/intent.ts';
import {
  type DeploymentChoice,
  localZone,
  readDeployment,
} from '../../actions/driver-approval/local-time.ts';
import { planDrivers } from '../../actions/driver-approval/plan.ts';
import { reviewDrivers } from '../../actions/driver-approval/review.ts';
import type { DriverRequest } from '../../actions/driver-approval/rules.ts';
import { statusesText, verbs } from '../../actions/driver-approval/words.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { lookAlikesAmong } from '../../lib/look-alikes.ts';
import type { Problem } from '../../lib/problem.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { ReviewDialog } from '../../run-panel/review-dialog.tsx';
import { useBusyIds } from '../../run-panel/run-marks.tsx';
import type { Plan } from '../../runs/model/run.ts';
import { DeceptiveId } from '../../ui/confirm-dialog.tsx';
import { DialogCheckbox, NoteField } from '../../ui/dialog-parts.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { hiddenTexts } from '../../ui/list-page/selection-status.tsx';
import type { Selected } from '../../ui/list-page/use-selection.ts';
import { useNow } from '../../ui/use-now.ts';

/** What was chosen in the dialog; kept when the person has to go to the sign-in page. */
export interface ActionDraft extends DeploymentChoice {
  readonly request: DriverRequest;
  /** The statuses that were ticked to be approved along. */
  readonly included: readonly string[];
  readonly note: string;
}

/** Reviews a request for the selected drivers: what is sent, to how many devices, when, and what is skipped. */
export function ActionDialog({
  draft,
  onDraftChange,
  profile,
  selected,
  roleWarning,
  all,
  profiles,
  isStarting,
  problem,
  onStart,
  onStage,
  onClose,
}: {
  draft: ActionDraft;
  onDraftChange: (next: ActionDraft) => void;
  profile: DriverProfile;
  selected: Selected<Driver>;
  /** What speaks against the person's roles. */
  roleWarning: string | undefined;
  /** Every driver of the profile, and every profile that is loaded: one of them may look like a target. */
  all: readonly Driver[];
  profiles: readonly DriverProfile[];
  isStarting: boolean;
  problem: Problem | undefined;
  onStart: (plan: Plan) => void;
  /** Keeps the decision for the plan instead of sending it. */
  onStage: (plan: Plan) => void;
  onClose: () => void;
}) {
  const { request, included } = draft;
  const [withHidden, setWithHidden] = useState(false);
  const drivers = withHidden ? selected.rows : selected.shown;
  // As the dialog was opened: a run that begins elsewhere meanwhile is met by the check before the sending.
  const busyNow = useBusyIds();
  const [busy] = useState(busyNow);
  const { sent, optional, skipped } = chooseDrivers(request, drivers, included, busy);
  const zone = localZone();
  const beat = useNow();
  // The dialog may stand open past the date: the click looks at the clock itself.
  const [clickedAt, setClickedAt] = useState(0);
  const now = Math.max(beat, clickedAt);
  const hasDate = request === 'approve' || request === 'changeDate';
  const choice: DeploymentChoice = request === 'changeDate' ? { ...draft, when: 'onDate' } : draft;
  const deployment = readDeployment(choice, zone, now);
  const plan = planDrivers(request, profile, sent, {
    deployAt: hasDate ? deployment.instant : null,
    note: draft.note,
  });
  const [target] = plan.targets;
  const verb = verbs[request];
  const number = countOf(sent.length, 'driver');
  const isLikeAnother = useMemo(() => lookAlikesAmong(all.map(driverLook)), [all]);
  const isProfileLikeAnother = useMemo(
    () => lookAlikesAmong(profiles.map(({ displayName }) => displayName)),
    [profiles],
  );
  const hidden = hiddenTexts(selected);
  const isPossible = sent.length > 0 || optional.length > 0 || selected.hidden > 0;

  return (
    <ReviewDialog
      title={titleOf(verb, sent.length, isPossible)}
      context={
        <>
          In the profile <bdi>{profileName(profile)}</bdi>
          {isProfileLikeAnother(profile.displayName) && <DeceptiveId id={profile.id} />}
        </>
      }
      review={
        sent.length > 0 && target && isDriverIntent(target.intent)
          ? reviewDrivers(request, target.intent, [
              { items: target.items, devices: devicesAtMost(sent, profile) },
            ])
          : undefined
      }
      roleWarning={roleWarning}
      checkedAs="Each driver is checked again right before it’s sent."
      isStarting={isStarting}
      problem={problem}
      onClose={onClose}
      confirm={
        isPossible
          ? {
              label: sent.length > 0 ? `${verb} ${number}` : `${verb} drivers`,
              count: sent.length,
              ids: sent.map(({ id }) => id),
              disabled:
                sent.length === 0 ? 'Nothing is included yet' : hasDate ? deployment.error : undefined,
              onConfirm: () => decide(onStart),
              onStage: () => decide(onStage),
            }
          : undefined
      }
    >
      {optional.map((some) => (
        <OptionalStatus
          key={some.status}
          some={some}
          isIncluded={included.includes(some.status)}
          onChange={(isIncluded) =>
            onDraftChange({ ...draft, included: withStatus(included, some.status, isIncluded) })
          }
        />
      ))}
      {selected.hidden > 0 && (
        <DialogCheckbox
          label={`Include ${hidden.length === 1 ? hidden[0] : `${formatCount(selected.hidden)} not shown`}`}
          hint={`Selected, but not in sight: ${hidden.length === 1 ? '' : `${hidden.join(', ')}. `}${statusesText(selected.hiddenRows)}.${withHidden ? '' : ' Not sent unless you include them.'}`}
          checked={withHidden}
          onChange={setWithHidden}
        />
      )}
      <DriverLists sent={sent} skipped={skipped} selected={drivers.length} isLikeAnother={isLikeAnother} />
      {isPossible && (
        <>
          {hasDate && (
            <DeploymentDate
              choice={choice}
              deployment={deployment}
              zone={zone}
              now={now}
              mustHaveDate={request === 'changeDate'}
              onChange={({ when, date }) => onDraftChange({ ...draft, when, date })}
            />
          )}
          <NoteField note={draft.note} onNoteChange={(note) => onDraftChange({ ...draft, note })} />
        </>
      )}
    </ReviewDialog>
  );

  function decide(take: (plan: Plan) => void): void {
    setClickedAt(Date.now());
    const late = hasDate && readDeployment(choice, zone, Date.now()).error !== undefined;
    if (!late) take(plan);
  }
}

function titleOf(verb: string, count: number, isPossible: boolean): string {
  if (count > 0) return `${verb} ${countOf(count, 'driver')}?`;
  return isPossible ? `${verb} drivers?` : `Nothing to ${verb.toLowerCase()}`;
}
