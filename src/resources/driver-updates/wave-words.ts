import { formatMinute, nameFew } from '../../ui/format.ts';
import type { Wave } from './waves.ts';

/** When a ring begins: "As soon as possible", "8 Dec 2026, 06:00", "5 Jan 2027, 06:00, moved past Year end" */
export function waveText({ from, after }: Pick<Wave, 'from' | 'after'>): string {
  const begins = from === null ? 'As soon as possible' : formatMinute(from);
  return after.length === 0 ? begins : `${begins}, moved past ${nameFew(after.map(({ name }) => name))}`;
}

/** Where a rollout has no dates. */
export const noFreeDayText = 'A freeze leaves no day free within a year. Change the freeze or the rings.';
