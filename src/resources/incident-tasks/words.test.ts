import { describe, expect, it } from 'vitest';
import { testTask } from './test-task.ts';
import { actionText, consequencesOf, isolationText, taskStatusText, whyNoTarget } from './words.ts';

const isolate = testTask();

/** The task with its isolation type as Graph might spell it. */
function isolated(isolationType: string) {
  return testTask({ responseAction: { identifierValue: 'FIN-LT-0231', isolationType, deviceId: '' } });
}

describe('words', () => {
  it('leaves members that this version does not know as they came', () => {
    expect(actionText({ actionType: 'blockAddress' })).toBe('blockAddress');
    expect(taskStatusText({ status: 'archived' })).toBe('archived');
    expect(isolationText(isolated('partial'))).toBe('partial');
  });

  it('tells a task without any target from one whose target Graph does not give', () => {
    expect(whyNoTarget({ actionType: 'text' })).not.toBe(whyNoTarget({ actionType: 'isolateDevice' }));
  });
});

describe('consequencesOf', () => {
  it('says each consequence once', () => {
    expect(
      consequencesOf([isolate, testTask({ id: '2' }), testTask({ actionType: 'runAntiVirusScan' })]),
    ).toEqual([expect.stringContaining('keeps only its connection to Defender')]);
  });

  it('tells selective isolation from full, in any case', () => {
    expect(consequencesOf([isolated('Selective')])).toEqual([expect.stringMatching(/^Selective isolation/)]);
  });

  it('takes isolation for full where Graph does not say', () => {
    expect(consequencesOf([testTask({ responseAction: null })])).toEqual(consequencesOf([isolate]));
  });
});
