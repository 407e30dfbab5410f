import type { DriverApprovalAction, DriverApprovalStatus } from '@microsoft/microsoft-graph-types-beta';
import { toGraphTime } from '../tenants/clock.ts';
import type { Driver, DriverRecord, Profile } from './intune.ts';
import { InvalidBody, isAnnotation, membersOf } from './invalid-body.ts';
import { notADate, parseDateTimeOffset } from './odata/date-time.ts';

/** The body of executeAction, checked. */
export interface DriverCommand {
  readonly action: DriverApprovalAction;
  readonly driverIds: readonly string[];
  /** Epoch ms; undefined when the body has none. */
  readonly deploymentDate: number | undefined;
}

/** The portal acts on at most 100 drivers at a time; that the API has the same limit is a guess. */
export const largestBatch = 100;

/** The status that each action leads to, and those that it may start from. An action on its own result changes nothing. */
const transitions: Record<
  DriverApprovalAction,
  { readonly to: DriverApprovalStatus; readonly from: readonly DriverApprovalStatus[] }
> = {
  approve: { to: 'approved', from: ['needsReview', 'declined', 'suspended', 'approved'] },
  decline: { to: 'declined', from: ['needsReview', 'declined'] },
  suspend: { to: 'suspended', from: ['approved', 'suspended'] },
};

function readAction(value: unknown): DriverApprovalAction {
  const name = typeof value === 'string' ? value.toLowerCase() : undefined;
  if (name === 'approve' || name === 'decline' || name === 'suspend') return name;
  throw new InvalidBody('actionName must be approve, decline or suspend');
}

function readDriverIds(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new InvalidBody('driverIds must hold at least one id');
  if (value.length > largestBatch) throw new InvalidBody(`driverIds must hold at most ${largestBatch} ids`);
  const ids = new Map<string, string>();
  for (const id of value) {
    if (typeof id !== 'string') throw new InvalidBody('driverIds must hold strings');
    if (!ids.has(id.toLowerCase())) ids.set(id.toLowerCase(), id);
  }
  return [...ids.values()];
}

function readDate(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const time = typeof value === 'string' ? parseDateTimeOffset(value) : undefined;
  if (time === undefined) throw new InvalidBody(notADate(`${value}`));
  return time;
}

/** Reads the body of executeAction. `actionName` is taken in any letter case. Throws {@link InvalidBody}. */
export function parseDriverCommand(body: unknown): DriverCommand {
  const { actionName, driverIds, deploymentDate, ...others } = membersOf(body);
  const unknownMember = Object.keys(others).find((name) => !isAnnotation(name));
  if (unknownMember !== undefined)
    throw new InvalidBody(`'${unknownMember}' is not a parameter of executeAction`);
  return {
    action: readAction(actionName),
    driverIds: readDriverIds(driverIds),
    deploymentDate: readDate(deploymentDate),
  };
}

type Decision = Pick<DriverRecord, 'approvalStatus' | 'deployDateTime'>;

export interface DriverChange {
  readonly driverId: string;
  readonly before: Decision;
  readonly after: Decision;
}

export interface DriverOutcome {
  /** The caller's own spelling of each id, in the caller's order. */
  readonly successful: readonly string[];
  readonly failed: readonly string[];
  readonly notFound: readonly string[];
  /** What really changed: an approved driver that is approved again for the same date is not among it. */
  readonly changes: readonly DriverChange[];
  /** Those successful ones that were so already. */
  readonly unchanged: readonly DriverChange[];
}

/** Applies a command to the drivers of one profile. Every id of the command ends in exactly one of the three lists. */
export function executeAction(profile: Profile, command: DriverCommand, now: number): DriverOutcome {
  const successful: string[] = [];
  const failed: string[] = [];
  const notFound: string[] = [];
  const changes: DriverChange[] = [];
  const unchanged: DriverChange[] = [];
  for (const id of command.driverIds) {
    const driver = profile.drivers.get(id.toLowerCase());
    if (!driver || driver.script === 'vanishes') {
      profile.drivers.delete(id.toLowerCase());
      notFound.push(id);
    } else if (!isAllowed(driver, command.action)) {
      failed.push(id);
    } else {
      successful.push(id);
      const change = applyTo(driver.record, command, now);
      (isChange(change) ? changes : unchanged).push(change);
    }
  }
  return { successful, failed, notFound, changes, unchanged };
}

function isAllowed(driver: Driver, action: DriverApprovalAction): boolean {
  if (action === 'approve' && driver.script === 'failsOnApprove') return false;
  return transitions[action].from.includes(driver.record.approvalStatus);
}

/** Approving sets the date, now when none is given; declining and suspending leave it as it is. */
function applyTo(record: DriverRecord, command: DriverCommand, now: number): DriverChange {
  const before: Decision = { approvalStatus: record.approvalStatus, deployDateTime: record.deployDateTime };
  const after: Decision = {
    approvalStatus: transitions[command.action].to,
    deployDateTime:
      command.action === 'approve' ? toGraphTime(command.deploymentDate ?? now) : record.deployDateTime,
  };
  Object.assign(record, after);
  return { driverId: record.id, before, after };
}

function isChange({ before, after }: DriverChange): boolean {
  return before.approvalStatus !== after.approvalStatus || before.deployDateTime !== after.deployDateTime;
}
