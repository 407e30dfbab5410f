import { expect, it } from 'vitest';
import type { Sent } from '../graph/sender.ts';
import { success, successOf } from '../graph/test-answers.ts';
import { createMemoryJournal } from './testing/test-journal.ts';
import { type Story, startedRunner, workOf } from './testing/test-runner.ts';
import { nextOf } from './testing/test-runs.ts';

const accepted: Sent = { kind: 'accepted', answer: await successOf(success({})) };

it('a preview reads the targets of a plan, records nothing and sends nothing', async () => {
  const story: Story = [];
  const journal = createMemoryJournal();
  const { runner } = startedRunner(workOf(story, accepted), { journal });
  const { plan } = await runner.preview(nextOf({ pilot: ['a', 'b'] }));
  expect(plan).toMatchObject({ title: 'Retry: Change 2', follows: 'run' });
  expect(story).toEqual(['read pilot']);
  expect(journal.written).toEqual([]);
  expect(runner.runs.get()).toEqual([]);
});

it('a preview of what was staged follows from no run', async () => {
  const { runner } = startedRunner(workOf([], accepted));
  const { note, targets } = nextOf({ pilot: ['a', 'b'] });
  const { plan } = await runner.preview({ note, targets });
  expect(plan).toEqual({ title: 'Change 2', note, targets });
});
