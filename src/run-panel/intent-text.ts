import type { Run } from '../runs/model.ts';
import { formatMoment } from '../ui/format.ts';

/** When approved drivers become available to devices; '' for a run without a date. */
export function dateText({ intent }: Pick<Run, 'intent'>): string {
  if (intent.kind !== 'drivers' || intent.action !== 'approve') return '';
  return intent.deployAt === null
    ? 'Available as soon as possible'
    : `Available from ${formatMoment(intent.deployAt)}`;
}

/** True where a run would approve with a date that is past: its drivers would be available at once. */
export function isDatePast({ intent }: Pick<Run, 'intent'>, now: number): boolean {
  return (
    intent.kind === 'drivers' &&
    intent.action === 'approve' &&
    intent.deployAt !== null &&
    intent.deployAt < now
  );
}

export const datePassed = 'This run’s date has passed. Start again from the profile';
