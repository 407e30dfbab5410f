import { expect, it } from 'vitest';
import { runOf, stepOf, taskItemOf } from '../../runs/testing/test-runs.ts';
import { seenIn } from './seen.ts';

const kind = 'response-action';

function sentAt(at: number, outcome: 'failed' | 'completed') {
  const attempt = { clientRequestId: 'c', ids: ['a'], sentAt: new Date(at).toISOString() };
  const step = stepOf('a', [taskItemOf('a', { phase: 'settled', outcome })], { attempts: [attempt] });
  return runOf([step], { intent: { kind }, state: 'done' });
}

it('tells what was sent since then, the earliest first, with its result', () => {
  const neverSent = runOf([stepOf('b', [taskItemOf('b')])], { intent: { kind } });
  const seen = seenIn([sentAt(9, 'completed'), sentAt(7, 'failed'), sentAt(2, 'failed'), neverSent], 5);
  expect([...seen]).toEqual([
    [
      'a',
      [
        { at: 7, text: 'Isolate device: Failed' },
        { at: 9, text: 'Isolate device: Completed' },
      ],
    ],
  ]);
});
