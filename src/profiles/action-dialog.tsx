import { localZone, readDeployment } from '../actions/driver-approval/local-time.ts';
import { planDrivers, verbs } from '../actions/driver-approval/plan.ts';
import { type DriverRequest, isFirmware, mustType, whyNot } from '../actions/driver-approval/rules.ts';
import { useAccount } from '../auth/session.ts';
import type { Driver } from '../graph/driver-inventories.ts';
import type { DriverProfile } from '../graph/driver-profiles.ts';
import type { Problem } from '../lib/problem.ts';
import { sortOut } from '../lib/sort-out.ts';
import { mayDeceive, showHidden } from '../lib/visible-text.ts';
import { driverName, profileName } from '../resources/driver-profiles/names.ts';
import { InRunsNote } from '../run-panel/run-marks.tsx';
import type { Plan } from '../runs/model.ts';
import { ConfirmDialog, DeceptiveId, DialogList } from '../ui/confirm-dialog.tsx';
import { InputField } from '../ui/field.tsx';
import { countOf, formatCount } from '../ui/format.ts';
import { useNow } from '../ui/use-now.ts';
import { devicesText } from './counts.ts';
import { DeploymentDate } from './deployment-date.tsx';

/** What was typed in the dialog; kept when the person has to go to the sign-in page. */
export interface ActionDraft {
  readonly request: DriverRequest;
  /** What the date field holds: "2026-12-08T06:00", or ''. */
  readonly date: string;
  readonly note: string;
}

/** Reviews an action on the selected drivers: what will be sent, to how many devices, and what is left out. */
export function ActionDialog({
  draft,
  onDraftChange,
  profile,
  drivers,
  hidden,
  isStarting,
  problem,
  onStart,
  onClose,
}: {
  draft: ActionDraft;
  onDraftChange: (next: ActionDraft) => void;
  profile: DriverProfile;
  /** The selected drivers. */
  drivers: readonly Driver[];
  /** How many of them the filters hide. */
  hidden: number;
  isStarting: boolean;
  problem: Problem | undefined;
  onStart: (plan: Plan) => void;
  onClose: () => void;
}) {
  const { request } = draft;
  const { sent, leftOut } = sortOut(drivers, (driver) => whyNot(request, driver));
  const zone = localZone();
  const deployment = readDeployment(draft.date, request === 'changeDate', zone, useNow());
  const verb = verbs[request];
  const { username } = useAccount();
  const number = countOf(sent.length, 'driver');
  const firmware = sent.filter(isFirmware).length;
  const hasDate = request === 'approve' || request === 'changeDate';

  return (
    <ConfirmDialog
      title={sent.length > 0 ? `${verb} ${number}?` : `Nothing to ${verb.toLowerCase()}`}
      isStarting={isStarting}
      problem={problem}
      onClose={onClose}
      confirm={
        sent.length > 0
          ? {
              label: `${verb} ${number}`,
              disabled: hasDate ? deployment.error : undefined,
              number: mustType(request, sent) ? sent.length : undefined,
              onConfirm: () =>
                onStart(
                  planDrivers(request, profile, sent, { deployAt: deployment.instant, note: draft.note }),
                ),
            }
          : undefined
      }
    >
      {sent.length > 0 && (
        <>
          <p>
            {consequence[request]} Profile: <bdi>{profileName(profile)}</bdi>
            {mayDeceive(profile.displayName) && <DeceptiveId id={profile.id} />}. {number},{' '}
            {devicesText(sent)}
            {sent.length > 1 && ' (a device that needs several of them counts several times)'}.
          </p>
          {firmware > 0 && request !== 'decline' && request !== 'suspend' && (
            <p>
              <strong>{countOf(firmware, 'of them is firmware', 'of them are firmware')}.</strong> Once
              installed, firmware can usually not be taken back.
            </p>
          )}
          <InRunsNote ids={sent.map(({ id }) => id)} />
          {hidden > 0 && (
            <p>{formatCount(hidden)} of the selected drivers are hidden by the current filters.</p>
          )}
          <DialogList label="Drivers that are sent">
            {sent.map((driver) => (
              <li key={driver.id}>
                <DriverLine driver={driver} />
              </li>
            ))}
          </DialogList>
          {hasDate && (
            <DeploymentDate
              value={draft.date}
              deployment={deployment}
              zone={zone}
              isRequired={request === 'changeDate'}
              onChange={(date) => onDraftChange({ ...draft, date })}
            />
          )}
          <InputField
            label="Note (optional)"
            hint="A ticket number, for instance. It stays with the run in this browser and is not sent to Microsoft."
            value={draft.note}
            maxLength={200}
            onChange={({ target }) => onDraftChange({ ...draft, note: target.value })}
          />
          <p>
            You act as <bdi>{username}</bdi>. Each driver is read again just before it is sent.
          </p>
        </>
      )}
      {leftOut.length > 0 && (
        <>
          <p>{countOf(leftOut.length, 'selected driver is', 'selected drivers are')} left out:</p>
          <DialogList label="Drivers that are left out">
            {leftOut.map(({ row: driver, reason }) => (
              <li key={driver.id}>
                <DriverLine driver={driver} />: {reason}
              </li>
            ))}
          </DialogList>
        </>
      )}
    </ConfirmDialog>
  );
}

function DriverLine({ driver }: { driver: Driver }) {
  return (
    <>
      <bdi>{driverName(driver)}</bdi> <bdi>{showHidden(driver.version)}</bdi>
      {mayDeceive(driver.name + driver.version) && <DeceptiveId id={driver.id} />}
    </>
  );
}

const consequence: Record<DriverRequest, string> = {
  approve: 'Windows Update offers approved drivers to the devices of the profile.',
  changeDate:
    'The drivers are approved again with another date. Microsoft does not document that this changes the date: the inventory is read afterwards and says whether it did.',
  decline: 'Declined drivers are not offered to the devices of the profile. They can be approved later.',
  suspend:
    'Windows Update stops offering suspended drivers (the Intune portal says "Paused"). Where they are installed already, they stay.',
};
