import type { Run } from '../runs/model.ts';
import { formatMoment } from '../ui/format.ts';

/** From when on an approval lets devices have the drivers; '' for whatever has no date. */
export function dateText({ intent }: Pick<Run, 'intent'>): string {
  if (intent.kind !== 'drivers' || intent.action !== 'approve') return '';
  return intent.deployAt === null
    ? 'Offered as soon as possible'
    : `Offered from ${formatMoment(intent.deployAt)}`;
}
