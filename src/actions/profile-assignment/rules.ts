import type { Assigned } from '../../resources/driver-profiles/assignments.ts';

/** Why the assignments of a profile can't be changed here, or undefined where they can. */
export function whyNoAssignment({ others, isPartial }: Assigned): string | undefined {
  if (isPartial) return 'Some assignments couldn’t be read, and a new list would remove them';
  // Microsoft documents groups alone: what is sent back of the rest, nobody knows.
  return others.length > 0
    ? `Assigned to ${others.join(', ')}, which only the Intune admin center can change`
    : undefined;
}
