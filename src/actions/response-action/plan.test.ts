import { describe, expect, it } from 'vitest';
import type { ActionType } from '../../graph/incident-tasks.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { decision, planTasks, planTitle, planVerb } from './plan.ts';
import { reviewedTask } from './reviewed.ts';

const isolate = testTask();
const collect = testTask({
  id: '213217',
  displayName: 'Collect investigation package from FIN-LT-0231',
  actionType: 'collectInvestigationPackage',
});

describe('the decision in words', () => {
  it('names the one target', () => {
    expect(planTitle([isolate])).toBe('Isolate device FIN-LT-0231');
    expect(planTitle([collect])).toBe('Collect investigation package from FIN-LT-0231');
    expect(planVerb([isolate])).toBe('Isolate device');
  });

  it('counts several', () => {
    expect(planTitle([isolate, collect])).toBe(
      'Run 2 response actions: Isolate device, Collect investigation package',
    );
    const kinds = ['isolateDevice', 'disableUser', 'runAntiVirusScan', 'requireSignIn'] as const;
    expect(planTitle([isolate, ...kinds.map((actionType) => testTask({ actionType }))])).toBe(
      'Run 5 response actions: Isolate device, Disable user, Run antivirus scan, …',
    );
    expect(decision([isolate, collect])).toBe('Run 2 response actions');
    expect(decision([isolate])).toBe(planTitle([isolate]));
    expect(planVerb([isolate, collect])).toBe('Run 2 actions');
  });

  it('does without a target that Graph does not tell', () => {
    expect(planTitle([testTask({ responseAction: null })])).toBe('Isolate device');
  });
});

describe('planTasks', () => {
  it('contains first: isolations before everything else, both in the order on screen', () => {
    const task = (id: string, actionType: ActionType) => testTask({ id, actionType });
    const shown = [
      task('1', 'disableUser'),
      task('2', 'isolateDevice'),
      task('3', 'unIsolateDevice'),
      task('4', 'isolateDevice'),
      task('5', 'runAntiVirusScan'),
    ];
    expect(planTasks(shown, '', shown).targets.map(({ id }) => id)).toEqual(['2', '4', '1', '3', '5']);
  });

  it('makes one request for each task, with its state now', () => {
    const failed = testTask({ id: '2', actionStatus: 'failed' });
    expect(planTasks([isolate, failed], '  INC-7 ', [])).toEqual({
      title: 'Run 2 response actions: Isolate device',
      note: 'INC-7',
      targets: [
        {
          id: '213213',
          name: 'Isolate device FIN-LT-0231',
          intent: { kind: 'response-action' },
          items: [
            {
              id: '213213',
              name: 'Isolate device FIN-LT-0231',
              detail: 'FIN-LT-0231',
              before: 'notStarted',
              reviewed: reviewedTask(isolate),
              undo: '',
              incident: '2972395',
            },
          ],
        },
        {
          id: '2',
          name: 'Isolate device FIN-LT-0231',
          intent: { kind: 'response-action' },
          items: [
            {
              id: '2',
              name: 'Isolate device FIN-LT-0231',
              detail: 'FIN-LT-0231',
              before: 'failed',
              reviewed: reviewedTask(failed),
              undo: '',
              incident: '2972395',
            },
          ],
        },
      ],
    });
  });

  it('tells tasks of one vague title and one target apart by their action', () => {
    const displayName = 'Containment action requested';
    const plan = planTasks(
      [
        { ...isolate, displayName },
        { ...collect, displayName },
      ],
      '',
      [],
    );
    expect(plan.targets.map(({ items }) => items[0]?.detail)).toEqual([
      'Isolate device: FIN-LT-0231',
      'Collect investigation package: FIN-LT-0231',
    ]);
  });
});
