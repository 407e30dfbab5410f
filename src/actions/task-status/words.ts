import type { SettableStatus } from './rules.ts';

/** What a status says of a task, for a dialog in which a person chooses one. */
export const statusHints: Readonly<Record<SettableStatus, string>> = {
  completed: 'The work is done, here or elsewhere.',
  notRelevant: 'The task needs no work.',
  inProgress: 'Work on the task has begun.',
  open: 'The task is still to be done.',
};

/** What a status does, and what it doesn’t. */
export const statusConsequence =
  'Changes the status of the task only: no action runs, and none that runs is stopped.';
