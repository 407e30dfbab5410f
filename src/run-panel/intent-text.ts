import type { Run } from '../runs/model.ts';
import { formatMoment } from '../ui/format.ts';

/** When approved drivers become available to devices; '' for a run without a date. */
export function dateText({ intent }: Pick<Run, 'intent'>): string {
  if (intent.kind !== 'drivers' || intent.action !== 'approve') return '';
  return intent.deployAt === null
    ? 'Available as soon as possible'
    : `Available from ${formatMoment(intent.deployAt)}`;
}
