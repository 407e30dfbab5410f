import { describe, expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { baseUrl, fakeFetch, freePacer, noon, success } from '../../graph/test-answers.ts';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf, stepOf } from '../../runs/testing/test-runs.ts';
import { syncStamp } from './plan.ts';
import { judgeSync, syncWork } from './work.ts';

function profileWith(state: string | null, at: number | null = null): DriverProfile {
  return {
    id: 'p',
    displayName: 'Pilot ring',
    description: '',
    approvalType: 'manual',
    deviceReporting: 1,
    newUpdates: 0,
    deploymentDeferralInDays: null,
    createdDateTime: null,
    lastModifiedDateTime: null,
    inventorySyncStatus:
      state === null ? null : { driverInventorySyncState: state, lastSuccessfulSyncDateTime: at },
  };
}

const soon = 2_000;
const late = 60_000;

describe('a sync that was asked for', () => {
  it.each([
    ['runs', 'started', profileWith('success', 1), profileWith('pending', 1), soon, undefined],
    [
      'runs, and had failed before',
      'started',
      profileWith('failure', 1),
      profileWith('pending', 1),
      soon,
      'started',
    ],
    ['runs still', 'started', profileWith('pending', 1), profileWith('pending', 1), soon, undefined],
    [
      'ran, and failed again',
      'started',
      profileWith('pending', 1),
      profileWith('failure', 1),
      late,
      'failed',
    ],
    [
      'ran, and a read shows the failure before',
      'started',
      profileWith('pending', 1),
      profileWith('failure', 1),
      soon,
      undefined,
    ],
    [
      'ran, and a read shows the success before',
      'started',
      profileWith('pending', 1),
      profileWith('success', 1),
      late,
      undefined,
    ],
    ['ran, and is done', 'started', profileWith('pending', 1), profileWith('success', 2), soon, 'completed'],
    [
      'is done when the date is another',
      'started',
      profileWith('success', 1),
      profileWith('success', 2),
      soon,
      'completed',
    ],
    [
      'is not done while the date is the old one',
      'started',
      profileWith('success', 1),
      profileWith('success', 1),
      late,
      undefined,
    ],
    ['failed', 'started', profileWith('success', 1), profileWith('failure', 1), soon, 'failed'],
    [
      'had failed before, and may still begin',
      'started',
      profileWith('failure', 1),
      profileWith('failure', 1),
      119_999,
      undefined,
    ],
    [
      'had failed before, and has failed again between two reads',
      'started',
      profileWith('failure', 1),
      profileWith('failure', 1),
      120_000,
      'failed',
    ],
    [
      'had begun although the answer was lost',
      'unknown',
      profileWith('success', 1),
      profileWith('pending', 1),
      soon,
      'started',
    ],
    [
      'had not begun when the answer was lost',
      'unknown',
      profileWith('success', 1),
      profileWith('success', 1),
      late,
      'notApplied',
    ],
    ['may still begin', 'unknown', profileWith(null), profileWith(null), soon, undefined],
    [
      'may have begun: its state is of a later version',
      'unknown',
      profileWith('success', 1),
      profileWith('queued', 1),
      late,
      undefined,
    ],
    ['was refused for now', 'skipped', profileWith('failure', 1), profileWith('failure', 1), soon, 'skipped'],
    [
      'was refused for now, and runs all the same',
      'skipped',
      profileWith('success', 1),
      profileWith('pending', 1),
      soon,
      'started',
    ],
    [
      'was accepted, and may still begin',
      'started',
      profileWith('success', 1),
      profileWith('success', 1),
      599_999,
      undefined,
    ],
    [
      'was accepted, and never showed',
      'started',
      profileWith('success', 1),
      profileWith('success', 1),
      600_000,
      'contradicted',
    ],
    [
      'is not done by an older success',
      'started',
      profileWith('success', 5),
      profileWith('success', 4),
      late,
      undefined,
    ],
    [
      'has not failed by an older failure',
      'started',
      profileWith('success', 5),
      profileWith('failure', 4),
      late,
      undefined,
    ],
    [
      'was running before, and an older read shows it done',
      'alreadyRunning',
      profileWith('pending', 4),
      profileWith('success', 4),
      late,
      undefined,
    ],
    ['was asked of a profile that is gone', 'unknown', profileWith(null), 'gone', soon, 'notFound'],
    [
      'was running already, says Intune, and does not show',
      'alreadyRunning',
      profileWith('failure', 1),
      profileWith('failure', 1),
      late,
      undefined,
    ],
  ] as const)('%s', (_what, outcome, before, after, elapsed, expected) => {
    const item = itemOf('p', { phase: 'answered', outcome, pre: syncStamp(before) });
    expect(judgeSync(item, after, elapsed)?.outcome).toBe(expected);
  });

  it('and reads failed as before says for how long, and is another matter where the answer was lost', () => {
    const read = (outcome: Outcome, elapsed: number) =>
      judgeSync(
        itemOf('p', { phase: 'answered', outcome, pre: 'failure 1' }),
        profileWith('failure', 1),
        elapsed,
      );
    expect(read('started', 130_400)).toMatchObject({
      phase: 'settled',
      outcome: 'failed',
      reason: 'Intune still reports a failed sync 130 s later',
    });
    expect(read('unknown', 130_400)?.outcome).toBe('notApplied');
  });

  it('and has not begun tells the seconds', () => {
    const item = itemOf('p', { phase: 'answered', outcome: 'unknown', pre: 'never' });
    expect(judgeSync(item, profileWith(null), 120_400)?.reason).toBe('No sync started 120 s later');
  });
});

it('a refusal stands once a read shows no sync, and a sync that runs disproves it', () => {
  const item = itemOf('p', { pre: 'success 1', phase: 'answered', outcome: 'rejected', reason: 'No.' });
  const stands = { id: 'p', phase: 'settled', outcome: 'rejected', reason: 'No.' };
  expect(judgeSync(item, profileWith('success', 1), soon)).toEqual(stands);
  expect(judgeSync(item, profileWith('pending', 1), soon)?.outcome).toBe('started');
  expect(judgeSync(item, profileWith('success', 2), soon)?.outcome).toBe('completed');
});

it('what was accepted and never showed stays said so, unless a later read says more', () => {
  const item = itemOf('p', {
    pre: 'success 1',
    phase: 'answered',
    outcome: 'contradicted',
    reason: 'As told.',
  });
  const stays = { id: 'p', phase: 'settled', outcome: 'contradicted', reason: 'As told.' };
  expect(judgeSync(item, profileWith('success', 1), 600_000)).toEqual(stays);
  expect(judgeSync(item, profileWith('pending', 1), 600_000)?.outcome).toBe('started');
  expect(judgeSync(item, profileWith('success', 2), 600_000)?.outcome).toBe('completed');
});

it('a profile that never had a sync is told from one whose sync has no date', () => {
  expect(syncStamp(profileWith(null))).toBe('never');
  expect(syncStamp(profileWith('pending'))).toBe('pending never');
  expect(syncStamp(profileWith('success', 5))).toBe('success 5');
});

describe('a profile that is read before its sync is asked for', () => {
  const graph = (state: string) =>
    createGraph({
      pacer: freePacer,
      baseUrl,
      getToken: async () => 'token',
      fetch: fakeFetch(success({ ...listed, inventorySyncStatus: { driverInventorySyncState: state } }))
        .fetch,
      now: () => noon,
      wait: async () => undefined,
    });
  const listed = { id: 'p', displayName: 'Pilot ring', approvalType: 'manual' };
  const refused = [{ clientRequestId: 'c', ids: ['p'], sentAt: '', endedAt: '', status: 429 }];

  it.each([
    ['has none on its way', 'success', '', [], { phase: 'planned', outcome: null, pre: 'success never' }],
    ['has one already', 'pending', '', [], { outcome: 'alreadyRunning', pre: 'pending never' }],
    ['was refused for now', 'success', 'success never', refused, { phase: 'planned', pre: 'success never' }],
  ] as const)('%s', async (_what, state, pre, attempts, expected) => {
    const step = stepOf('1', [itemOf('p', { pre })], { targetId: 'p', attempts });
    expect(await syncWork(graph(state)).inspect(step)).toMatchObject([expected]);
  });

  it('was refused for now, and has had one since: followed from what was read before', async () => {
    const step = stepOf('1', [itemOf('p', { pre: 'success 1' })], { targetId: 'p', attempts: refused });
    expect(await syncWork(graph('success')).inspect(step)).toEqual([
      { id: 'p', phase: 'answered', outcome: 'alreadyRunning' },
    ]);
  });
});
