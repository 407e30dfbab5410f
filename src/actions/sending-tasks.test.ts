import { expect, it } from 'vitest';
import type { Intent, RunState } from '../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import { isSendingTasks } from './sending-tasks.ts';

it('tasks are being sent to while a run of one of their actions is running, and not while it only follows them', () => {
  const of = (intent: Intent, state: RunState) => runOf([stepOf('1', [itemOf('a')])], { intent, state });
  const approve: Intent = { kind: 'driver-approval', action: 'approve', deployAt: null };
  expect(isSendingTasks([of(approve, 'running'), of({ kind: 'response-action' }, 'running')])).toBe(true);
  expect(isSendingTasks([of(approve, 'running'), of({ kind: 'response-action' }, 'settling')])).toBe(false);
  expect(isSendingTasks([of({ kind: 'response-action' }, 'paused')])).toBe(false);
  expect(isSendingTasks([of({ kind: 'task-status', status: 'completed' }, 'running')])).toBe(true);
});
