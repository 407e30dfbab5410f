import { isFirmwareClass } from '../../resources/driver-profiles/firmware.ts';
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
  const reasons: string[] = [];
  const firmware = classes.filter(isFirmwareClass).length;
  if (installs && firmware > 0) reasons.push('Installs firmware, which usually can’t be rolled back');
  if (classes.length > mostDrivers) reasons.push(`Changes ${countOf(classes.length, 'driver')}`);
  return reasons;
}
