import { actionOf } from '../actions/all.ts';
import { intentsOf } from '../runs/action.ts';
import type { Intent } from '../runs/model/run.ts';

/** The steps of a run, or the targets of a plan: each has an intent. */
type Parts = readonly { readonly intent: Intent }[];

/** When the changes of a run take effect; '' where that is at once. */
export function dateText(parts: Parts): string {
  const texts = intentsOf(parts).map((intent) => actionOf(intent).dateText(intent));
  return [...new Set(texts)].filter(Boolean).join('; ');
}

/** True where a run would approve with a date that is past: its drivers would be available at once. */
export function isDatePast(parts: Parts, now: number): boolean {
  return intentsOf(parts).some((intent) => {
    const moment = actionOf(intent).lastMoment(intent);
    return moment !== null && moment < now;
  });
}

export const datePassed = 'This run’s date has passed. Start again from the profile';

/** What the items of a run are called, one of them: "item" where they are of several kinds. */
export function nounOf(parts: Parts, of: 'noun' | 'decided' = 'noun'): string {
  const [only = 'item', ...others] = new Set(intentsOf(parts).map((intent) => actionOf(intent)[of]));
  return others.length === 0 ? only : 'item';
}

/** What the undo of a run is called: "Pause these drivers". */
export function undoLabelOf(parts: Parts): string {
  const labels = intentsOf(parts).map((intent) => actionOf(intent).undoLabel);
  const [only = 'Undo', ...others] = new Set(labels.filter(Boolean));
  return others.length === 0 ? only : 'Undo';
}
