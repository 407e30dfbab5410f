import { isFirmwareClass } from '../../resources/driver-profiles/firmware.ts';
import type { PlanTarget } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';

/** More drivers than this take more than a click. */
const mostDrivers = 100;

/**
 * Why the number of drivers has to be typed before they are sent: by what the decision can break and not by who asks. It
 * goes by the facts that were reviewed, so first runs, retries and resumes meet the same rule.
 *
 * @param installs devices get the drivers: an approval
 * @param classes of the drivers
 * @returns the reasons as parts of a sentence, the gravest first; empty where a click is enough
 */
export function whyTypeDrivers(installs: boolean, classes: readonly string[]): string[] {
  return whyType(installs ? classes : [], classes.length);
}

/** The same for all drivers of a plan together: seven dates are seven intents, and one decision. */
export function whyTypePlan(targets: readonly PlanTarget[]): string[] {
  const installed = targets.filter(({ intent }) => intent.action === 'approve');
  const classes = installed.flatMap(({ items }) =>
    items.map(({ reviewed: { driverClass = '' } }) => driverClass),
  );
  return whyType(
    classes,
    targets.reduce((sum, { items }) => sum + items.length, 0),
  );
}

/** @param installed the classes of what devices get */
function whyType(installed: readonly string[], drivers: number): string[] {
  const reasons: string[] = [];
  if (installed.some(isFirmwareClass)) reasons.push('Installs firmware, which usually can’t be rolled back');
  if (drivers > mostDrivers) reasons.push(`Changes ${countOf(drivers, 'driver')}`);
  return reasons;
}
