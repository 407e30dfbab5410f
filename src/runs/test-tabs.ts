import type { Sent } from '../graph/sender.ts';
import { success, successOf } from '../graph/test-answers.ts';
import { pageWasLeft } from './interrupted.ts';
import type { Run } from './model.ts';
import { createMemoryJournal, createMemoryLocks } from './test-journal.ts';
import { type Story, startedRunner, workOf } from './test-runner.ts';
import { itemOf, runOf, stepOf } from './test-runs.ts';
import type { Work } from './work.ts';

export const accepted: Sent = { kind: 'accepted', answer: await successOf(success({})) };
export const open = itemOf('a', { phase: 'answered', outcome: 'unknown' });
export const paused = runOf([stepOf('1', [open, itemOf('b')])], {
  state: 'paused',
  pausedBecause: pageWasLeft,
  accountKey: 'hash of anna',
});

/** For tests of tabs: a page over this journal, in which another tab can write. */
export async function pageOver(run: Run, changes: Partial<Work> = {}) {
  const journal = createMemoryJournal();
  await journal.begin(run);
  const other = journal.open();
  const locks = createMemoryLocks();
  const story: Story = [];
  const { runner } = startedRunner(workOf(story, accepted, changes), { journal, locks });
  const shown = () => runner.runs.get().find(({ id }) => id === run.id);
  return { journal, other, locks, story, runner, shown };
}
