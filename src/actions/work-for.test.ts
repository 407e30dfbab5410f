import { expect, it } from 'vitest';
import { createGraph } from '../graph/client.ts';
import { baseUrl, fakeFetch, freePacer } from '../graph/test-answers.ts';
import { stepOf as driveStepOf } from '../runs/drive.ts';
import type { Intent } from '../runs/model.ts';
import { runOf, stepOf } from '../runs/test-runs.ts';
import { workFor } from './work-for.ts';

const { fetch } = fakeFetch();
const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });

it.each<[Intent, string, number]>([
  [{ kind: 'drivers', action: 'approve', deployAt: null }, 'DeviceManagementConfiguration.ReadWrite.All', 6],
  [{ kind: 'tasks' }, 'SecurityIncident.ReadWrite.All', 1],
  [{ kind: 'sync' }, 'DeviceManagementConfiguration.ReadWrite.All', 2],
])('%j asks for what it needs, and sends to so many at once', (intent, scope, lanes) => {
  const work = workFor(graph, intent);
  expect(work.scopes).toContain(scope);
  expect(work.lanes).toBe(lanes);
  expect([...work.readAt].sort((a, b) => a - b)).toEqual(work.readAt);
});

it('a step that its run does not have is an error of our own', () => {
  const run = runOf([stepOf('1', []), stepOf('2', [])]);
  expect(driveStepOf(run, '2')).toBe(run.steps[1]);
  expect(() => driveStepOf(run, '3')).toThrow('Run run has no step 3');
});
