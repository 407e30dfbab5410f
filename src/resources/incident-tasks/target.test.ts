import { describe, expect, it } from 'vitest';
import type { ActionType } from '../../graph/incident-tasks.ts';
import { actionOnTarget, fullTarget, splitTitle, taskName } from './target.ts';
import { testTask } from './test-task.ts';

const guid = '0b3c9f5e-1d2a-4c6b-9e8f-7a6b5c4d3e2f';
const sha1 = '3395856ce81f2b7382dee72602f798b642f14140';

function target(actionType: ActionType, identifierValue: string, deviceId = '') {
  return testTask({ actionType, responseAction: { identifierValue, isolationType: '', deviceId } });
}

const named = target('isolateDevice', 'ENG-WS-0419', guid.toUpperCase());

describe('the full target', () => {
  it('of a device is its name, with its id aside', () => {
    expect(fullTarget(named, [])).toMatchObject({ text: 'ENG-WS-0419', deviceId: guid.toUpperCase() });
    expect(fullTarget(target('isolateDevice', 'FIN-LT-0231'), [])).toMatchObject({
      text: 'FIN-LT-0231',
      deviceId: '',
    });
  });

  it('of a device that Graph gives by id takes the name that another task has for the id', () => {
    for (const task of [target('runAntiVirusScan', guid), target('runAntiVirusScan', '', guid)]) {
      expect(fullTarget(task, [named])).toMatchObject({ text: 'ENG-WS-0419', deviceId: guid });
      expect(fullTarget(task, [])).toMatchObject({ text: guid, deviceId: guid });
    }
  });

  it('of a file is the file on its device, by name where one is known, else by id', () => {
    const quarantine = target('stopAndQuarantineFile', sha1, guid);
    expect(fullTarget(quarantine, [quarantine, named]).text).toBe(`${sha1} on ENG-WS-0419`);
    expect(fullTarget(quarantine, [quarantine])).toMatchObject({
      text: `${sha1} on ${guid}`,
      onDevice: guid,
    });
    expect(fullTarget(target('stopAndQuarantineFile', sha1), [named]).text).toBe(sha1);
  });

  it('takes no name from a task that is about something else than the device', () => {
    const file = target('stopAndQuarantineFile', 'not-a-device', guid);
    expect(fullTarget(target('isolateDevice', guid), [file]).text).toBe(guid);
  });

  it('of a user or an email is the user or the email', () => {
    expect(fullTarget(target('disableUser', 'megan@contoso.example'), [named]).text).toBe(
      'megan@contoso.example',
    );
    expect(fullTarget(target('softDeleteEmail', '<a@b>'), [named]).text).toBe('<a@b>');
  });

  it('is empty where Graph gives none', () => {
    expect(fullTarget(testTask({ responseAction: null }), [named]).text).toBe('');
    expect(fullTarget(target('isolateDevice', ''), [named]).text).toBe('');
  });

  it('hides nothing: letters without a shape are shown', () => {
    expect(fullTarget(target('isolateDevice', 'FIN\u202ELT'), []).text).not.toContain('\u202E');
  });
});

describe('an action on its target', () => {
  it('names the target once, and a file with its device', () => {
    expect(actionOnTarget(testTask(), [])).toBe('Isolate device FIN-LT-0231');
    const quarantine = target('stopAndQuarantineFile', sha1, guid);
    expect(actionOnTarget(quarantine, [named])).toBe(`Stop and quarantine file ${sha1} on ENG-WS-0419`);
    expect(actionOnTarget(testTask({ responseAction: null }), [])).toBe('Isolate device');
  });
});

describe('the name of a task', () => {
  it('adds only what the title does not say', () => {
    expect(taskName(testTask(), [])).toBe('Isolate device FIN-LT-0231');
    expect(taskName(testTask({ displayName: 'Contain fin-lt-0231' }), [])).toBe(
      'Contain fin-lt-0231, Isolate device',
    );
  });

  it('adds the device of a file', () => {
    const displayName = `Stop and quarantine file ${sha1}`;
    const task = { ...target('stopAndQuarantineFile', sha1, guid), displayName };
    expect(taskName(task, [named])).toBe(`${displayName} on ENG-WS-0419`);
  });
});

it.each([
  ['Isolate device FIN-LT-0231', 'FIN-LT-0231', 'Isolate device', ' FIN-LT-0231'],
  ['Run antivirus scan on fin-lt-0231', 'FIN-LT-0231', 'Run antivirus scan', ' on fin-lt-0231'],
  [
    'Mark as compromised: megan@contoso.example',
    'megan@contoso.example',
    'Mark as compromised',
    ': megan@contoso.example',
  ],
  ['Call the user of FIN-LT-0231', '', 'Call the user of FIN-LT-0231', ''],
  ['Isolate PC-10', 'C-10', 'Isolate PC-10', ''],
  ['FIN-LT-0231', 'FIN-LT-0231', 'FIN-LT-0231', ''],
  [' FIN-LT-0231', 'FIN-LT-0231', ' FIN-LT-0231', ''],
])('the title %j of a task on %j says %j', (title, target, said, repeated) => {
  expect(splitTitle(title, target)).toEqual([said, repeated]);
});
