import { statusText } from '../../resources/driver-profiles/words.ts';
import type { Reviewed } from '../../runs/model/run.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import type { DriverRequest } from './rules.ts';

/** The verb of a request, as buttons and titles say it: "Approve 3 drivers". */
export const verbs: Record<DriverRequest, string> = {
  approve: 'Approve',
  changeDate: 'Change date of',
  decline: 'Decline',
  suspend: 'Pause',
};

/** What a request does, in one profile as in several. */
export const consequences: Record<DriverRequest, string> = {
  approve:
    'Windows Update offers these drivers to devices where they’re approved. Approved drivers can’t be declined later; you can pause them.',
  changeDate:
    'Approves these drivers again with a new date. Microsoft doesn’t document that this changes the date, so Actiondesk checks afterward.',
  decline: 'Windows Update won’t offer these drivers where they’re declined. You can approve them later.',
  suspend:
    'Windows Update stops offering these drivers where they’re paused. Installed drivers stay, and no driver returns to “needs review”. If an earlier version is still approved, it’s offered instead.',
};

/** What an approval ends for good, by the status that a driver has now. */
export const approvalEnds = {
  declined: 'An approval can’t be taken back to declined.',
  suspended: 'An approval resumes their rollout.',
} as const;

/** The same for drivers of several statuses: "49 declined: an approval can’t be taken back to declined." */
export function approvalEndsText(drivers: readonly { readonly approvalStatus: string }[]): string {
  return (['declined', 'suspended'] as const)
    .flatMap((status) => {
      const of = drivers.filter(({ approvalStatus }) => approvalStatus === status);
      return of.length === 0 ? [] : [`${statusesText(of)}: a${approvalEnds[status].slice(1)}`];
    })
    .join(' ')
    .replace(/^./, (letter) => letter.toUpperCase());
}

const statusCounts: Readonly<Record<string, readonly [one: string, many: string]>> = {
  needsReview: ['needs review', 'need review'],
  approved: ['approved', 'approved'],
  declined: ['declined', 'declined'],
  suspended: ['paused', 'paused'],
};

/** "112 need review, 49 declined": what drivers are now, in the order of Intune's statuses. */
export function statusesText(drivers: readonly { readonly approvalStatus: string }[]): string {
  const counts = new Map<string, number>();
  for (const { approvalStatus } of drivers) counts.set(approvalStatus, (counts.get(approvalStatus) ?? 0) + 1);
  const order = [...new Set([...Object.keys(statusCounts), ...counts.keys()])];
  return order
    .flatMap((status) => {
      const count = counts.get(status);
      if (count === undefined) return [];
      const [one, many] = statusCounts[status] ?? [`“${status}”`, `“${status}”`];
      return `${formatCount(count)} ${count === 1 ? one : many}`;
    })
    .join(', ');
}

/** What the number of drivers counts: "drivers that need review", "drivers: 20 need review, 12 declined". */
export function driversText(facts: readonly Reviewed[]): string {
  const drivers = facts.map(({ approvalStatus = '' }) => ({ approvalStatus }));
  const noun = facts.length === 1 ? 'driver' : 'drivers';
  const [status = '', ...others] = new Set(drivers.map(({ approvalStatus }) => approvalStatus));
  if (others.length > 0) return `${noun}: ${statusesText(drivers)}`;
  const [one, many] = statusCounts[status] ?? [`“${status}”`, `“${status}”`];
  if (status === 'needsReview') return `${noun} that ${facts.length === 1 ? one : many}`;
  return `${one} ${noun}`;
}

/** "2 are firmware. Once installed, firmware usually can’t be rolled back." */
export function firmwareWarning(count: number): string {
  return `${countOf(count, 'driver is', 'drivers are')} firmware. Once installed, firmware usually can’t be rolled back.`;
}

/** A recorded state: "Needs review", "Approved, available from 2026-12-08T02:00:00Z". */
export function driverStateName(state: string): string {
  const [, status = state, date] = /^(\w+) (\S+)$/.exec(state) ?? [];
  const name = statusText({ approvalStatus: status });
  return date === undefined ? name : `${name}, available from ${date}`;
}
