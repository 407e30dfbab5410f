import { expect, it, vi } from 'vitest';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { deviceTruths } from '../../resources/devices/device-truth.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { formatTime } from '../../ui/format.ts';
import { deviceEntries } from './device-entries.ts';

const now = new Date(2026, 11, 1, 4).getTime();
const at = now - 3_600_000;
const on = (name: string, facts: Partial<IncidentTask> = {}) =>
  testTask({
    id: name,
    responseAction: { identifierValue: name, isolationType: 'full', deviceId: '' },
    lastModifiedDateTime: at,
    ...facts,
  });
const known = { usual: {}, started: {}, unknown: new Set<string>() };
const entriesOf = (tasks: readonly IncidentTask[], navigate = vi.fn(), hasGaps = false) =>
  deviceEntries(navigate, deviceTruths(tasks, [], known, now), now, hasGaps);

it('a device says how it stands, since when and by which incident', () => {
  const restrict = { actionType: 'restrictAppExecution', actionStatus: 'completed' } as const;
  const entries = entriesOf([
    on('PC-1', { actionStatus: 'completed' }),
    on('PC-1', { id: 'second', ...restrict, incident: null }),
    on('PC-2'),
    on('PC-3', { actionStatus: 'failed' }),
    on('PC-4', { actionStatus: 'inProgress', incident: { id: '7' } }),
  ]);
  expect(entries.map(({ label, detail, states }) => [label, detail, states])).toEqual([
    [
      'PC-1',
      `Isolated ${formatTime(at)} by incident 2972395 · Apps restricted ${formatTime(at)}`,
      ['isolated', 'restricted'],
    ],
    ['PC-2', 'Not isolated by any task', []],
    ['PC-3', 'Not isolated: the action failed, in incident 2972395', []],
    ['PC-4', expect.stringMatching(/^Isolating since .* by incident 7$/), []],
  ]);
});

it('where tasks are missing, none says that a device is not isolated', () => {
  const [entry] = entriesOf([on('PC-2')], vi.fn(), true);
  expect(entry?.detail).toBe('Some tasks couldn’t be read');
});

it('it leads to the incident whose task says so, or else to what is left to do', () => {
  const navigate = vi.fn();
  const isolated = on('PC-1', { id: 'done', actionStatus: 'completed', incident: { id: '7' } });
  const scan = { actionType: 'runAntiVirusScan' } as const;
  const entries = entriesOf(
    [
      on('PC-1'),
      isolated,
      on('PC-2', { id: 'over', ...scan, actionStatus: 'completed' }),
      on('PC-2', { id: 'left', ...scan, incident: null }),
      on('PC-3', { id: 'only', ...scan, actionStatus: 'completed' }),
    ],
    navigate,
  );
  for (const { onChoose } of entries) onChoose();
  expect(navigate.mock.calls.map(([{ params, search }]) => [params.incidentId, search.task])).toEqual([
    ['7', 'done'],
    ['none', 'left'],
    ['2972395', 'only'],
  ]);
});
