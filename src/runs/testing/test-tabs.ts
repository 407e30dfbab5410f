import type { Sent } from '../../graph/sender.ts';
import { success, successOf } from '../../graph/test-answers.ts';
import type { Journal } from '../journal/journal.ts';
import type { RunEvent } from '../model/reducer.ts';
import type { Run } from '../model/run.ts';
import { pageWasLeft } from '../tabs/interrupted.ts';
import type { Work } from '../work.ts';
import { createMemoryJournal, createMemoryLocks } from './test-journal.ts';
import { doorOf, type Story, startedRunner, workOf } from './test-runner.ts';
import { itemOf, runOf, stepOf } from './test-runs.ts';

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

/** What ends a run of an item `a` in its first step, and of `b` in its second. */
export const endings: readonly RunEvent[] = [
  { kind: 'items', stepId: '1', results: [{ id: 'a', phase: 'settled', outcome: 'confirmed' }] },
  { kind: 'items', stepId: '2', results: [{ id: 'b', phase: 'settled', outcome: 'skipped' }] },
  { kind: 'state', state: 'done', at: 5 },
];

/** Lets the next call of a method wait until the door is opened. */
export function holdUp(journal: Journal, method: 'read' | 'hashOf') {
  const door = doorOf();
  if (method === 'read') {
    const read = journal.read;
    journal.read = async (id) => {
      journal.read = read;
      const kept = await read(id);
      await door.passed;
      return kept;
    };
  } else {
    const hashOf = journal.hashOf;
    journal.hashOf = async (key) => {
      journal.hashOf = hashOf;
      await door.passed;
      return hashOf(key);
    };
  }
  return door;
}
