import { expect, it } from 'vitest';
import { tasksByIncident } from '../../resources/incident-tasks/by-incident.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { changedText, concernedText, deadlineHint, isDueSoon, needsText, ownerText } from './words.ts';

it('whom tasks concern: the name of the only one, or how many', () => {
  const on = (...targets: (readonly [actionType: 'isolateDevice' | 'disableUser', name: string])[]) => {
    const tasks = targets.map(([actionType, identifierValue], at) =>
      testTask({
        id: `${at}`,
        actionType,
        responseAction: { identifierValue, isolationType: '', deviceId: '' },
      }),
    );
    const [group] = tasksByIncident(tasks, new Map());
    return group ? concernedText(group, tasks) : '';
  };
  expect(on(['isolateDevice', 'PC-1'])).toBe('PC-1');
  expect(on(['disableUser', 'a@b.example'])).toBe('a@b.example');
  expect(on(['isolateDevice', 'PC-1'], ['isolateDevice', 'PC-2'], ['disableUser', 'a@b.example'])).toBe(
    '2 devices, 1 user',
  );
  expect(on(['isolateDevice', ''])).toBe('');
});

it('the owner is you, a name, or none; nothing is said of an incident that isn’t here', () => {
  const me = ['sam@contoso.example', 'Sam Operator'];
  const owned = (assignedTo: string) => ownerText({ incident: testIncident({ assignedTo }) }, me);
  expect(['SAM@contoso.example', 'Sam Operator', 'Priya Nair', ''].map(owned)).toEqual([
    'you',
    'you',
    'Priya Nair',
    'no owner',
  ]);
  expect(ownerText({ incident: undefined }, me)).toBe('');
});

it('what needs a person, in a few words', () => {
  const none = { notStarted: 3, failed: 0, partiallyCompleted: 0, stuck: 0, unknown: 0, inProgress: 2 };
  expect(needsText(none)).toBe('');
  expect(needsText({ ...none, failed: 1, partiallyCompleted: 1, stuck: 1, unknown: 2 })).toBe(
    '1 failed, 1 partial, 1 stuck, 2 unknown',
  );
});

it('a deadline within the hour, or past, is near; its hint gives the words that name it', () => {
  expect(isDueSoon({ at: 3_600_001 }, 0)).toBe(false);
  expect(isDueSoon({ at: 3_599_999 }, 0)).toBe(true);
  expect(isDueSoon({ at: -1 }, 0)).toBe(true);
  const comment = { comment: 'x', createdByDisplayName: '', createdDateTime: 0 };
  const deadline = { at: 0, sentence: 'Isolate it before 22:30', comment, namesZone: false };
  expect(deadlineHint(deadline)).toMatch(
    /, taken for your time zone\. From a comment: “Isolate it before 22:30”$/,
  );
  const byExperts = { ...comment, createdByDisplayName: 'Defender Experts' };
  expect(deadlineHint({ ...deadline, comment: byExperts, namesZone: true })).toMatch(
    /UTC\)\. From Defender Experts: /,
  );
});

it('the list says what is new, or else that its order changed', () => {
  expect(changedText({ shown: 9, added: 7, changed: 3 })).toBe('2 new incidents');
  expect(changedText({ shown: 7, added: 7, changed: 1 })).toBe('Order changed: 1 incident');
  expect(changedText({ shown: 7, added: 7, changed: 0 })).toBe('');
});
