import { actionOf } from '../actions/all.ts';
import type { Run } from '../runs/model/run.ts';

/** When the changes of a run take effect; '' where that is at once. */
export function dateText({ intent }: Pick<Run, 'intent'>): string {
  return actionOf(intent).dateText(intent);
}

/** True where a run would approve with a date that is past: its drivers would be available at once. */
export function isDatePast({ intent }: Pick<Run, 'intent'>, now: number): boolean {
  const moment = actionOf(intent).lastMoment(intent);
  return moment !== null && moment < now;
}

export const datePassed = 'This run’s date has passed. Start again from the profile';
