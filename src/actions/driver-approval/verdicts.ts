import type { Driver, DriverAction } from '../../graph/driver-inventories.ts';
import { toIso } from '../../lib/instant.ts';
import { showName } from '../../lib/visible-text.ts';
import { statusWord } from '../../resources/driver-profiles/words.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item } from '../../runs/model/run.ts';
import type { Inspected } from '../../runs/work.ts';
import type { DriverIntent } from './intent.ts';
import { changesOfDriver, reviewedDriver } from './reviewed.ts';
import { requestOf, whyNot } from './rules.ts';

const wantedStatus: Record<DriverAction, string> = {
  approve: 'approved',
  decline: 'declined',
  suspend: 'suspended',
};

/** After so many ms of reading, what a driver reads is taken for final. Intune is eventually consistent. */
export const driverSettleTime = 120_000;

/** A driver as a read found it; one whose row could not be read proves nothing. */
export type SeenDriver = Driver | 'gone' | 'unreadable';

/** "As soon as possible" may read as a date of today, by clocks that differ. In ms. */
const soon = 24 * 60 * 60 * 1_000;

/**
 * True when the driver is as the intent wants it. A date counts to the second; where none was chosen, one that is still
 * to come is another's.
 *
 * @param now epoch ms
 */
export function isAsWanted(intent: DriverIntent, driver: Driver, now: number): boolean {
  if (driver.approvalStatus !== wantedStatus[intent.action]) return false;
  if (intent.action !== 'approve') return true;
  if (intent.deployAt === null) return driver.deployDateTime === null || driver.deployDateTime < now + soon;
  return driver.deployDateTime !== null && Math.abs(driver.deployDateTime - intent.deployAt) < 1_000;
}

/** A driver's state as later reads are compared with it. */
export function driverStamp({ approvalStatus, deployDateTime }: Driver): string {
  return `${approvalStatus} ${deployDateTime ?? 'no date'}`;
}

/** A driver's state for the record: "approved 2026-12-08T02:00:00Z". */
function stateOf({ approvalStatus, deployDateTime }: Driver): string {
  return deployDateTime === null ? approvalStatus : `${approvalStatus} ${toIso(deployDateTime)}`;
}

const datePassed = 'The date passed before this was sent. Start again from the profile';

/** With a result, what the read showed. */
function withState<Result extends ItemResult>(driver: SeenDriver, result: Result): Result {
  return typeof driver === 'string' ? result : { ...result, after: stateOf(driver) };
}

/**
 * What a read just before sending says of an item: left out, or `planned` with its stamp when it is to be sent. Only
 * what is still as it was reviewed is sent.
 *
 * @param wasSent the request was sent before and refused: being as wanted may be its doing
 * @param now epoch ms
 */
export function judgeBeforeSending(
  intent: DriverIntent,
  item: Item,
  driver: SeenDriver,
  wasSent: boolean,
  now: number,
): Inspected {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (driver === 'unreadable') {
    return { ...settled, outcome: 'skipped', reason: 'Couldn’t read its row, so it wasn’t sent' };
  }
  if (driver === 'gone') {
    const reason = wasSent ? 'Left the profile in the meantime' : 'Left the profile before anything was sent';
    return { ...settled, outcome: 'notFound', reason };
  }
  if (isAsWanted(intent, driver, now)) {
    return withState(
      driver,
      wasSent
        ? { ...settled, outcome: 'confirmed' }
        : { ...settled, outcome: 'skipped', left: 'alreadySo', reason: 'Already in that state' },
    );
  }
  const isDateChanged = item.pre !== '' && driverStamp(driver) !== item.pre;
  const reason =
    changesOfDriver({ ...item.reviewed, approvalStatus: item.before }, driver) ??
    (isDateChanged ? 'Its date changed while it waited to be sent; skipped' : undefined) ??
    whyNot(requestOf(intent.action, item.before), driver);
  if (reason !== undefined) {
    return withState(driver, { ...settled, outcome: 'changedByOther', reason });
  }
  // Sent now, the driver would be available at once, which isn't what was decided.
  if (intent.action === 'approve' && intent.deployAt !== null && intent.deployAt < now) {
    return withState(driver, { ...settled, outcome: 'skipped', reason: datePassed });
  }
  return {
    id: item.id,
    phase: 'planned',
    outcome: null,
    pre: driverStamp(driver),
    name: showName(driver.name || driver.id),
    detail: driver.version,
    reviewed: reviewedDriver(driver),
  };
}

/**
 * What a read after sending says of an item that is not settled.
 *
 * @param elapsed ms since the answer
 * @param now epoch ms
 * @returns undefined when the read proves nothing yet
 */
export function judgeAfterSending(
  intent: DriverIntent,
  item: Item,
  driver: SeenDriver,
  elapsed: number,
  now: number,
): ItemResult | undefined {
  if (driver === 'unreadable') return undefined;
  const verdict = judge(intent, item, driver, elapsed, now);
  return verdict && withState(driver, verdict);
}

function judge(
  intent: DriverIntent,
  item: Item,
  driver: Driver | 'gone',
  elapsed: number,
  now: number,
): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (driver !== 'gone' && isAsWanted(intent, driver, now)) {
    return { ...settled, outcome: 'confirmed', reason: confirmedReason[item.outcome ?? ''] ?? '' };
  }
  // Said by Graph, and one read has not disproved it. (A browser may repeat a request whose connection died; then the
  // answer is that of the repetition.)
  if (item.outcome === 'failed' || item.outcome === 'rejected') {
    return { ...settled, outcome: item.outcome, reason: item.reason };
  }
  const isUntouched = driver !== 'gone' && driverStamp(driver) === item.pre;
  if (item.outcome === 'skipped' && isUntouched) return { ...settled, ...refusedForNow };
  if (elapsed < driverSettleTime) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  if (driver === 'gone') {
    return item.outcome === 'successful'
      ? { ...settled, outcome: 'successful', reason: 'Left the profile before it could be confirmed' }
      : { ...settled, outcome: 'notFound', reason: `No longer in the profile, ${at}` };
  }
  if (item.outcome === 'successful' && intent.action === 'approve' && driver.approvalStatus === 'suspended') {
    return { ...settled, outcome: 'successful', reason: 'Paused before it could be confirmed' };
  }
  if (item.outcome === 'skipped') {
    const reason = `Microsoft asked to wait; now “${statusWord(driver.approvalStatus)}”`;
    return { ...settled, outcome: 'changedByOther', reason };
  }
  if (item.outcome !== 'unknown') {
    return { ...settled, outcome: 'contradicted', reason: contradicted(intent, driver, at) };
  }
  return isUntouched
    ? { ...settled, outcome: 'notApplied', reason: `Unchanged ${at}` }
    : {
        ...settled,
        outcome: 'changedByOther',
        reason: `Sent; “${statusWord(driver.approvalStatus)}” ${at}`,
      };
}

const confirmedReason: Readonly<Record<string, string>> = {
  failed: 'Intune reported a failure, but it’s in the state you asked for',
  rejected: 'The request was rejected, but it’s in the state you asked for',
  skipped: 'The request was rejected, but it’s in the state you asked for',
};

function contradicted(intent: DriverIntent, driver: Driver, at: string): string {
  return driver.approvalStatus === wantedStatus[intent.action]
    ? `Intune accepted it, but shows a different date ${at}`
    : `Intune accepted it, but still shows “${statusWord(driver.approvalStatus)}” ${at}`;
}
