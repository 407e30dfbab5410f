import { DialogCheckbox } from '../../../ui/dialog-parts.tsx';
import { formatCount } from '../../../ui/format.ts';
import type { OptionalDrivers } from '../choice.ts';
import { approvalEnds } from '../words.ts';

/** The statuses that are included, with one more or one less. */
export function withStatus(included: readonly string[], status: string, isIncluded: boolean): string[] {
  const others = included.filter((each) => each !== status);
  return isIncluded ? [...others, status] : others;
}

const optionalWords = {
  declined: 'declined',
  suspended: 'paused',
} as const;

/** Drivers that an approval takes along only where a person says so, and what it ends for them. */
export function OptionalStatus({
  some: { status, drivers },
  isIncluded,
  onChange,
}: {
  some: OptionalDrivers;
  isIncluded: boolean;
  onChange: (isIncluded: boolean) => void;
}) {
  return (
    <DialogCheckbox
      label={`Include ${formatCount(drivers.length)} ${optionalWords[status]}`}
      hint={`${approvalEnds[status]} ${isIncluded ? '' : 'Not sent unless you include them.'}`}
      checked={isIncluded}
      onChange={onChange}
    />
  );
}
