import type { ProfileValues } from '../../graph/driver-profile-writes.ts';

/** As the Intune portal has it: https://learn.microsoft.com/intune/device-updates/windows/driver-updates-policy */
export const longestDeferral = 30;

/** Documented of driver update policies of Windows Update, and taken for Intune’s as well. */
export const longestName = 200;
export const longestDescription = 1_500;

/** Why a profile can't have these values, or undefined when it can. */
export function whyNotValues({ displayName, description, deferral }: ProfileValues): string | undefined {
  if (displayName.trim() === '') return 'A profile needs a name';
  if (displayName.length > longestName) return `A name has at most ${longestName} characters`;
  if (description.length > longestDescription)
    return `A description has at most ${longestDescription} characters`;
  if (deferral === null) return undefined;
  const isDays = Number.isInteger(deferral) && deferral >= 0 && deferral <= longestDeferral;
  return isDays ? undefined : `The deferral is a whole number of days, 0 to ${longestDeferral}`;
}
