import { ProblemError } from '../../lib/problem.ts';
import { journalProblem } from '../journal/journal.ts';
import { createRecorder } from '../journal/recorder.ts';
import type { RunEvent } from '../model/reducer.ts';
import type { Run } from '../model/run.ts';
import { createMemoryJournal, type MemoryJournal } from './test-journal.ts';
import { itemOf, runOf, stepOf } from './test-runs.ts';

/** For tests: a run, and what happens to it while a disk may be full. */

export const full = journalProblem(new DOMException('made up', 'QuotaExceededError'));
export const planned = runOf([stepOf('1', [itemOf('a')])], { id: 'r' });
export const sending: RunEvent = {
  kind: 'sending',
  stepId: '1',
  attempt: { clientRequestId: 'c-1', ids: ['a'], sentAt: '2026-12-08T12:00:00.000Z' },
};
export const answered: RunEvent = {
  kind: 'items',
  stepId: '1',
  results: [{ id: 'a', phase: 'answered', outcome: 'unknown' }],
};
export const settling: RunEvent = { kind: 'state', state: 'settling', at: 5 };

/** A recorder with a run that has begun, over a disk that can be full. */
export async function setUpRecorder() {
  const journal = createMemoryJournal();
  const recorder = createRecorder(journal);
  await recorder.begin(planned);
  const shown = (id = 'r') => recorder.runs.get().find((run) => run.id === id);
  return {
    journal,
    recorder,
    shown,
    fill() {
      journal.failing = () => {
        throw new ProblemError(full);
      };
    },
    empty() {
      journal.failing = () => undefined;
    },
  };
}

/** Another tab goes on with the run. */
export async function createOther(journal: MemoryJournal): Promise<void> {
  const other = createRecorder(journal.open());
  const found = await journal.read('r');
  if (found) other.show(found);
  await other.record('r', { kind: 'cancelled' });
}

export const kept = async (journal: { read(id: string): Promise<{ run: Run } | undefined> }, id = 'r') =>
  (await journal.read(id))?.run;
