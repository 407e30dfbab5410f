import { describe, expect, it } from 'vitest';
import { actionTypes } from '../../graph/incident-tasks.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { accountActionFor, rightWay } from './right-way.ts';
import { type StepFacts, sensibleStep, stepLabel } from './sensible-step.ts';
import { wayBack } from './way-back.ts';

const facts: StepFacts = { join: undefined, all: [], isStuck: false, isRefused: false, isUnknown: false };
const stepOf = (given: Parameters<typeof testTask>[0], more: Partial<StepFacts> = {}) =>
  sensibleStep(testTask(given), { ...facts, ...more });

it('each of the sixteen types has one right way', () => {
  const ways = actionTypes.map((actionType) => [
    actionType,
    rightWay(testTask({ actionType }), undefined, []).kind,
  ]);
  expect(Object.fromEntries(ways)).toEqual({
    text: 'byHand',
    isolateDevice: 'run',
    stopAndQuarantineFile: 'run',
    runAntiVirusScan: 'run',
    collectInvestigationPackage: 'run',
    restrictAppExecution: 'run',
    submitIocRule: 'byHand',
    forceUserPasswordReset: 'userAction',
    disableUser: 'userAction',
    markUserAsCompromised: 'userAction',
    requireSignIn: 'userAction',
    hardDeleteEmail: 'byHand',
    softDeleteEmail: 'byHand',
    unIsolateDevice: 'run',
    unRestrictAppExecution: 'run',
    enableUser: 'userAction',
  });
  expect(rightWay(testTask({ actionType: 'blockAddress' }), undefined, []).kind).toBe('byHand');
  expect(accountActionFor({ actionType: 'blockAddress' })).toBeUndefined();
});

describe('the one sensible next step', () => {
  it('is to run, unless Microsoft refuses or the action failed', () => {
    expect(stepOf({}).kind).toBe('run');
    expect(stepOf({}, { isRefused: true }).kind).toBe('byHand');
    expect(stepOf({ actionStatus: 'failed', status: 'failed' }).kind).toBe('byHand');
    expect(stepOf({ actionStatus: 'paused' }).kind).toBe('byHand');
  });

  it('is to check while Defender works or nobody knows, and the portal once it is stuck', () => {
    expect(stepOf({ actionStatus: 'inProgress' }).kind).toBe('checkAgain');
    expect(stepOf({ actionStatus: 'inProgress' }, { isStuck: true }).kind).toBe('stuck');
    expect(stepOf({}, { isUnknown: true }).kind).toBe('checkAgain');
    expect(stepOf({ actionStatus: 'inProgress', status: 'completed' }).kind).toBe('undo');
  });

  it('is to mark the task done once a user action has done what it asks for', () => {
    const acted = { action: 'disable', isConfirmed: true, at: 1 } as const;
    expect(stepOf({ actionType: 'disableUser' }, { acted })).toEqual({ kind: 'markDone', acted });
    expect(stepOf({ actionType: 'enableUser' }, { acted }).kind).toBe('userAction');
    expect(stepOf({ actionType: 'disableUser', status: 'completed' }, { acted }).kind).toBe('undo');
    expect(stepLabel({ kind: 'markDone', acted })).toBe('Mark done…');
  });

  it('is to take back what was done, or nothing', () => {
    expect(stepOf({ actionStatus: 'completed' }).kind).toBe('undo');
    expect(stepOf({ actionStatus: 'completed', actionType: 'runAntiVirusScan' }).kind).toBe('none');
    expect(stepOf({ status: 'notRelevant' }).kind).toBe('none');
    expect(stepOf({ status: 'completed' }).kind).toBe('none');
  });

  it('has a label', () => {
    const labels = [
      stepOf({}),
      stepOf({ actionType: 'disableUser' }),
      stepOf({ actionType: 'text' }),
      stepOf({ actionStatus: 'inProgress' }),
      stepOf({ actionStatus: 'inProgress' }, { isStuck: true }),
      stepOf({ actionStatus: 'completed' }),
      stepOf({ status: 'notRelevant' }),
    ].map((step) => stepLabel(step));
    const released = testTask({ id: 'r', actionType: 'unIsolateDevice' });
    expect(stepLabel({ kind: 'undo', way: { kind: 'task', task: released } }, 'isolateDevice')).toBe(
      'Release…',
    );
    expect(stepLabel({ kind: 'undo', way: { kind: 'task', task: released } }, 'disableUser')).toBe('Undo…');
    expect(stepLabel(stepOf({ actionStatus: 'completed' }), 'isolateDevice')).toBe('How to release');
    expect(labels).toEqual([
      'Run',
      'Disable user',
      'By hand',
      'Check again',
      'What to do',
      'How to undo',
      '',
    ]);
  });
});

describe('the way back', () => {
  const isolated = testTask({ id: 'isolated', actionStatus: 'completed' });
  const release = testTask({ id: 'release', actionType: 'unIsolateDevice' });

  it('is the task that undoes it while that waits, or else the page', () => {
    expect(wayBack(isolated, undefined, [isolated, release])).toEqual({ kind: 'task', task: release });
    const used = { ...release, actionStatus: 'completed' };
    expect(wayBack(isolated, undefined, [isolated, used])).toMatchObject({
      kind: 'byHand',
      byHand: {
        steps: [
          expect.anything(),
          expect.stringContaining('Release from isolation'),
          expect.stringMatching(/come back and add a comment/),
        ],
      },
    });
  });

  it('of a disabled user is a user action, since Graph runs no such task', () => {
    const disabled = testTask({ actionType: 'disableUser', actionStatus: 'completed' });
    expect(wayBack(disabled, undefined, [])).toMatchObject({ kind: 'userAction', action: 'enable' });
  });

  it('of a user whom a user action has disabled is there once the task is marked done', () => {
    const marked = { actionType: 'disableUser', status: 'completed' } as const;
    expect(wayBack(testTask(marked), undefined, [])).toMatchObject({ action: 'enable' });
    expect(stepOf(marked)).toMatchObject({ kind: 'undo', way: { kind: 'userAction' } });
    expect(wayBack(testTask({ actionType: 'disableUser' }), undefined, [])).toBeUndefined();
    expect(stepOf({ ...marked, status: 'notRelevant' }).kind).toBe('none');
  });

  it('is none where nothing was done, or nothing can be taken back', () => {
    const unknown = testTask({ actionType: 'blockAddress', actionStatus: 'completed' });
    expect(wayBack(unknown, undefined, [])).toBeUndefined();
    expect(wayBack(testTask(), undefined, [])).toBeUndefined();
    expect(wayBack(testTask({ actionStatus: 'failed' }), undefined, [])).toBeUndefined();
    expect(
      wayBack(testTask({ actionType: 'hardDeleteEmail', actionStatus: 'completed' }), undefined, []),
    ).toBeUndefined();
  });
});
