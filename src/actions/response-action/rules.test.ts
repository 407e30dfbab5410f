import { describe, expect, it } from 'vitest';
import { actionTypes } from '../../graph/incident-tasks.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { warningsFor, whyNot } from './rules.ts';

const me = 'soc.operator@contoso.example';

describe('whyNot', () => {
  it('lets a task run whose action was never started', () => {
    expect(whyNot(testTask())).toBeUndefined();
  });

  it('offers every documented action but manual steps and IoC rules', () => {
    const refused = actionTypes.filter((actionType) => whyNot(testTask({ actionType })) !== undefined);
    expect(refused).toEqual(['text', 'submitIocRule']);
    expect(whyNot(testTask({ actionType: 'submitIocRule' }))).toBe(
      'Can’t be run from Actiondesk. Run it in the Defender portal.',
    );
  });

  it('[D1] offers no action that this version does not know, and names it', () => {
    expect(whyNot(testTask({ actionType: 'blockAddress' }))).toContain('blockAddress');
  });

  it.each([
    ['notStarted', undefined],
    ['partiallyCompleted', undefined],
    ['failed', undefined],
    ['inProgress', 'The action is already in progress. Last changed by Priya Nair'],
    ['completed', 'The action is already completed. Last changed by Priya Nair'],
  ])('action status %s: %s', (actionStatus, reason) => {
    expect(whyNot(testTask({ actionStatus, lastModifiedByDisplayName: 'Priya Nair' }))).toBe(reason);
  });

  it('does not start what has an action status it cannot judge', () => {
    expect(whyNot(testTask({ actionStatus: 'queued' }))).toContain('queued');
  });

  it('leaves out tasks that were marked not relevant', () => {
    expect(whyNot(testTask({ status: 'notRelevant' }))).toMatch(/not relevant/);
  });

  it('says that an action runs rather than that its task is not relevant', () => {
    expect(whyNot(testTask({ status: 'notRelevant', actionStatus: 'inProgress' }))).toMatch(/in progress/);
  });
});

describe('warningsFor', () => {
  it('has nothing to say of a usual task', () => {
    expect(warningsFor(testTask(), me)).toEqual([]);
  });

  it('warns of exactly those actions that only a later page excludes', () => {
    const doubtful = actionTypes.filter((actionType) => warningsFor(testTask({ actionType }), me).length > 0);
    expect(doubtful).toEqual([
      'forceUserPasswordReset',
      'disableUser',
      'markUserAsCompromised',
      'requireSignIn',
      'hardDeleteEmail',
      'softDeleteEmail',
      'enableUser',
    ]);
  });

  it.each(['partiallyCompleted', 'failed'])('warns that an action ran before: %s', (actionStatus) => {
    expect(warningsFor(testTask({ actionStatus }), me).join()).toMatch(/Ran before/);
  });

  it('warns of work that is done or that others do', () => {
    const task = testTask({ status: 'completed', source: 'defenderExpertsManagedResponse' });
    expect(warningsFor(task, me)).toHaveLength(2);
  });

  it('[U11] warns whoever would act on their own account, in any case', () => {
    const responseAction = { identifierValue: me.toUpperCase(), isolationType: '', deviceId: '' };
    expect(warningsFor(testTask({ responseAction }), me)).toEqual(['This is your own account']);
  });
});
