import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { createGraph } from '../graph/client.ts';
import { baseUrl, fakeFetch, freePacer } from '../graph/test-answers.ts';
import { assignmentsQuery } from '../resources/driver-profiles/assignments-query.ts';
import {
  driversQuery,
  profileKeys,
  profileQuery,
  profilesQuery,
} from '../resources/driver-profiles/queries.ts';
import { tasksQuery } from '../resources/incident-tasks/queries.ts';
import { incidentQuery } from '../resources/incidents/queries.ts';
import { stepOf as driveStepOf, type Intent } from '../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import { actionOf } from './all.ts';
import { changeIntent } from './incident-change/intent.ts';

const { fetch } = fakeFetch();
const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });

it.each<[Intent, string, number]>([
  [
    { kind: 'driver-approval', action: 'approve', deployAt: null },
    'DeviceManagementConfiguration.ReadWrite.All',
    6,
  ],
  [{ kind: 'response-action' }, 'SecurityIncident.ReadWrite.All', 1],
  [{ kind: 'inventory-sync' }, 'DeviceManagementConfiguration.ReadWrite.All', 2],
  [{ kind: 'incident-comment', comment: 'Done' }, 'SecurityIncident.ReadWrite.All', 2],
  [changeIntent({ owner: 'sam' }), 'SecurityIncident.ReadWrite.All', 2],
  [{ kind: 'profile-change', change: 'delete' }, 'DeviceManagementConfiguration.ReadWrite.All', 2],
  [{ kind: 'profile-assignment', groups: 'none' }, 'DeviceManagementConfiguration.ReadWrite.All', 2],
  [{ kind: 'user-action', action: 'disable', via: 'entraID' }, 'User.EnableDisableAccount.All', 2],
  [{ kind: 'user-action', action: 'disable', via: 'okta' }, 'SecurityIdentitiesActions.ReadWrite.All', 2],
])('%j asks for what it needs, and sends to so many at once', (intent, scope, lanes) => {
  const work = actionOf(intent).carryOut(intent, {
    graph,
    now: Date.now,
    ownNames: () => [],
    share: () => undefined,
  });
  expect(work.scopes).toContain(scope);
  expect(work.lanes).toBe(lanes);
  expect([...work.readAt].sort((a, b) => a - b)).toEqual(work.readAt);
});

it('a step that its run does not have is an error of our own', () => {
  const run = runOf([stepOf('1', []), stepOf('2', [])]);
  expect(driveStepOf(run, '2')).toBe(run.steps[1]);
  expect(() => driveStepOf(run, '3')).toThrow('Run run has no step 3');
});

const approve: Intent = { kind: 'driver-approval', action: 'approve', deployAt: null };

it.each([
  [approve, '', ''],
  [approve, 'needsReview', 'Needs review'],
  [approve, 'approved 2026-12-08T02:00:00Z', 'Approved, available from 2026-12-08T02:00:00Z'],
  [approve, 'of a later version', 'of a later version'],
  [{ kind: 'response-action' }, 'partiallyCompleted', 'Partially completed'],
  [{ kind: 'inventory-sync' }, 'never', 'Never synced'],
  [{ kind: 'incident-comment', comment: 'Done' }, 'added', 'Added'],
  [changeIntent({ owner: 'sam' }), '{"owner":"Kim"}', 'owner Kim'],
  [{ kind: 'profile-change', change: 'delete' }, 'gone', 'Deleted'],
  [{ kind: 'profile-assignment', groups: 'none' }, 'none', 'No groups'],
  [{ kind: 'inventory-sync' }, 'pending never', 'Syncing'],
  [{ kind: 'user-action', action: 'markUserAsCompromised', via: 'entraID' }, 'risk atRisk', 'At risk'],
  [
    { kind: 'inventory-sync' },
    `failure ${Date.UTC(2026, 11, 8)}`,
    'Sync failed, last synced 2026-12-08T00:00:00.000Z',
  ],
] as const)('%j %s reads as “%s”', (intent, state, words) => {
  expect(actionOf(intent).stateName(state)).toBe(words);
});

it('an action has a name for people, and Graph’s', () => {
  const driver = { before: 'approved', reviewed: {} };
  expect([
    actionOf(approve).nameFor(approve, driver),
    actionOf(approve).graphNameFor(approve, driver),
  ]).toEqual(['Change date', 'approve']);
  const task = { before: 'notStarted', reviewed: { actionType: 'disableUser' } };
  expect([
    actionOf({ kind: 'response-action' }).nameFor({ kind: 'response-action' }, task),
    actionOf({ kind: 'response-action' }).graphNameFor({ kind: 'response-action' }, task),
  ]).toEqual(['Disable user', 'disableUser']);
  expect([
    actionOf({ kind: 'inventory-sync' }).nameFor({ kind: 'inventory-sync' }, driver),
    actionOf({ kind: 'inventory-sync' }).graphNameFor({ kind: 'inventory-sync' }, driver),
  ]).toEqual(['Sync inventory', 'syncInventory']);
});

const profiles = [profilesQuery(graph), profileQuery(graph, 'p'), driversQuery(graph, 'p')];
/** Of a profile in which nothing changes. */
const others = [driversQuery(graph, 'q'), profileQuery(graph, 'q')];
/** Whom the profile is assigned to, and all of them. */
const assigned = [assignmentsQuery(graph, 'p'), { queryKey: profileKeys.fleetAssignments(['p', 'q']) }];
const tasks = [tasksQuery(graph), incidentQuery(graph, '7')];

it.each<[Intent, readonly { readonly queryKey: readonly unknown[] }[]]>([
  [approve, profiles],
  [{ kind: 'inventory-sync' }, profiles],
  [{ kind: 'profile-change', change: 'delete' }, profiles],
  [{ kind: 'profile-assignment', groups: 'none' }, [...profiles, ...assigned]],
  [{ kind: 'response-action' }, tasks],
  [{ kind: 'task-status', status: 'completed' }, tasks],
  [{ kind: 'incident-comment', comment: 'Done' }, [incidentQuery(graph, '7')]],
  [changeIntent({ owner: 'sam' }), [incidentQuery(graph, '7')]],
  [{ kind: 'user-action', action: 'enable', via: 'entraID' }, [incidentQuery(graph, '7')]],
])('%j has read again what it changes, and nothing else', async (intent, changed) => {
  const queryClient = new QueryClient();
  const all: readonly (readonly unknown[])[] = [...profiles, ...others, ...assigned, ...tasks].map(
    ({ queryKey }) => queryKey,
  );
  for (const queryKey of all) queryClient.setQueryData(queryKey, {});
  for (const queryKey of actionOf(intent).touches('p')) await queryClient.invalidateQueries({ queryKey });
  expect(all.filter((queryKey) => queryClient.getQueryState(queryKey)?.isInvalidated)).toEqual(
    changed.map(({ queryKey }) => queryKey),
  );
});

describe('an intent that this version has no action for', () => {
  it.each<[string, Intent]>([
    ['of a kind that is not known', { kind: 'retire-device' }],
    [
      'of drivers with an action that is none',
      { kind: 'driver-approval', action: 'install', deployAt: null },
    ],
    ['of drivers with a date that is none', { kind: 'driver-approval', action: 'approve', deployAt: 1e20 }],
    ['of drivers with a fraction of a ms', { kind: 'driver-approval', action: 'approve', deployAt: 5.5 }],
    ['of drivers with a part that this version does not know', { ...approve, ring: 'pilot' }],
    ['of tasks with a part that this version does not know', { kind: 'response-action', scope: 'all' }],
    ['of drivers without its parts', { kind: 'driver-approval' }],
    ['of a profile without its parts', { kind: 'profile-change', change: 'edit' }],
    ['of an incident without its parts', { kind: 'incident-change', status: 'resolved' }],
    ['of a comment without a text', { kind: 'incident-comment', comment: ' ' }],
    ['of users in no directory', { kind: 'user-action', action: 'disable', via: 'ldap' }],
    ['of assignments that are no list', { kind: 'profile-assignment', groups: 'everybody' }],
  ])('%s, sends and reads nothing, and says so', async (_what, intent) => {
    const { fetch: nothing, sendings } = fakeFetch();
    const unused = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch: nothing });
    const work = actionOf(intent).carryOut(intent, {
      graph: unused,
      now: Date.now,
      ownNames: () => [],
      share: () => undefined,
    });
    const step = stepOf('1', [itemOf('a')]);
    await expect(work.inspect(step)).rejects.toThrow('doesn’t know the action');
    await expect(work.readAfresh([])).rejects.toThrow('doesn’t know the action');
    await expect(work.observe([step], 0)).rejects.toThrow('doesn’t know the action');
    expect(() => actionOf(intent).requestOf(intent, 'p', ['a'])).toThrow('doesn’t know the action');
    expect(sendings).toEqual([]);
  });
});
