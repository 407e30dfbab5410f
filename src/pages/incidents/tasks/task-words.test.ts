import { expect, it } from 'vitest';
import { sensibleStep } from '../../../actions/response-action/sensible-step.ts';
import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import { progressOf } from '../../../resources/incident-tasks/progress.ts';
import { testTask } from '../../../resources/incident-tasks/test-task.ts';
import { formatTime } from '../../../ui/format.ts';
import { choiceText, closedText, fileDeviceText, lastChangeText, metaOf, whyUnnamed } from './task-words.ts';

const now = Date.UTC(2026, 10, 30, 12);
const me = ['Sam Operator', 'sam@contoso.example'];

function meta(given: Partial<IncidentTask>, started: Record<string, number> = {}, usual = {}) {
  const task = testTask({ lastModifiedDateTime: now - 60_000, ...given });
  const progress = progressOf(task, { started, usual }, now);
  const facts = { join: undefined, all: [task], isStuck: false, isRefused: false, isUnknown: false };
  return metaOf({ task, step: sensibleStep(task, facts), progress }, me, now);
}

it('beside what is in progress: since when, whether from here, and how long it usually takes', () => {
  const at = formatTime(now - 60_000);
  expect(meta({ actionStatus: 'inProgress' }).text).toBe(`since ${at} by Defender Experts`);
  expect(
    meta({ actionStatus: 'inProgress' }, { '213213': now - 60_000 }, { isolateDevice: 60_000 }).text,
  ).toBe(`run from here, ${at}, usually 1 min`);
});

it('a task that came after a person chose says so, unless something speaks against running it', () => {
  const task = testTask();
  const entry = { task, step: { kind: 'run' }, progress: undefined } as const;
  expect(metaOf(entry, me, now, 'Arrived after your choice')).toEqual({
    text: 'Arrived after your choice',
    isWarning: true,
  });
  const warned = { ...entry, whySkipped: 'Warning by Defender Experts: “Last.”' };
  expect(metaOf(warned, me, now, 'Arrived after your choice').text).toBe(warned.whySkipped);
});

it('a selection counts what can run, even while nothing of that is selected', () => {
  expect(choiceText(0, 0, 2)).toBe('0 selected of 2 that can run here');
  expect(choiceText(1, 1, 2)).toBe('1 selected of 2 that can run here');
  expect(choiceText(2, 2, 2)).toBe('2 selected, all that can run here');
  expect(choiceText(3, 2, 2)).toBe('3 selected, 2 of 2 that can run here');
  expect(choiceText(1, 0, 0)).toBe('1 selected, none can run here');
});

it('beside what ended or was closed: when, and by whom', () => {
  const at = formatTime(now - 60_000);
  expect(meta({ actionStatus: 'completed', lastModifiedByDisplayName: 'sam operator' }).text).toBe(
    `${at} by you`,
  );
  expect(meta({ actionStatus: 'failed' }).text).toBe(`${at} by Defender Experts`);
  expect(meta({ status: 'notRelevant', lastModifiedByDisplayName: '' }).text).toBe(at);
  expect(meta({ actionStatus: 'inProgress', lastModifiedDateTime: null }).text).toBe('by Defender Experts');
});

it('where Graph names only the service that reported a result, this browser may know who started the action', () => {
  const task = testTask({
    actionStatus: 'completed',
    lastModifiedDateTime: now,
    lastModifiedByDisplayName: 'Microsoft Defender XDR',
  });
  const entry = { task, step: { kind: 'none' }, progress: undefined, startedAt: now - 60_000 } as const;
  const at = formatTime(now - 60_000);
  expect(metaOf(entry, me, now).text).toBe(`${formatTime(now)}, started by you ${at}`);
  const by = (lastModifiedByDisplayName: string) =>
    metaOf({ ...entry, task: { ...task, lastModifiedByDisplayName } }, me, now).text;
  expect(by('Priya Nair')).toBe(`${formatTime(now)} by Priya Nair, started by you ${at}`);
  expect(by('Sam Operator')).toBe(`${formatTime(now)} by you`);
  expect(whyUnnamed(task, undefined)).toBe('Microsoft Graph doesn’t tell who started the action');
  expect(whyUnnamed(task, now)).toBe('');
  expect(whyUnnamed(testTask({ actionStatus: 'completed' }), undefined)).toBe('');
});

it('beside what waits: what it does, or what speaks against it', () => {
  expect(meta({}).text).toBe('Full isolation');
  expect(meta({ actionType: 'runAntiVirusScan', responseAction: null }).text).toBe(
    'Runs a Defender Antivirus scan on the device.',
  );
  expect(meta({ source: 'defenderExpertsManagedResponse' })).toEqual({
    text: 'Defender Experts run it themselves',
    isWarning: true,
  });
  const task = testTask({});
  const step = sensibleStep(task, {
    join: undefined,
    all: [task],
    isStuck: false,
    isRefused: false,
    isUnknown: false,
  });
  const whySkipped = 'Warning by Defender Experts: “Contain DC-02 last.”';
  expect(metaOf({ task, step, progress: undefined, whySkipped }, me, now)).toEqual({
    text: whySkipped,
    isWarning: true,
  });
  expect(metaOf({ task, step, progress: undefined, fileDevice: 'several' }, me, now)).toEqual({
    text: 'Device unclear: this incident’s evidence has the file on several',
    isWarning: false,
  });
  expect(meta({ actionType: 'text' }).text).toBe('A manual step has no action to run.');
  expect(meta({ actionType: 'disableUser' }).text).toBe('Disables the account.');
  expect(meta({ actionStatus: 'partiallyCompleted' }).text).toMatch(/ by Defender Experts$/);
});

it('beside what a user action did: when, and that it was done from here', () => {
  const task = testTask({ actionType: 'disableUser' });
  const metaAt = (at: number | null) =>
    metaOf(
      {
        task,
        progress: undefined,
        step: { kind: 'markDone', acted: { action: 'disable', isConfirmed: true, at } },
      },
      me,
      now,
    ).text;
  expect(metaAt(now - 60_000)).toBe(`${formatTime(now - 60_000)} from here`);
  expect(metaAt(null)).toBe('from here');
});

it('a task that a person closed tells what its action came to, unless that never ran', () => {
  const words = (actionStatus: string) => closedText({ actionStatus });
  expect(words('notStarted')).toBe('Completed by hand');
  expect(words('failed')).toBe('Failed, closed by hand');
  expect(words('partiallyCompleted')).toMatch(/^Partially .*, closed by hand$/);
  expect(words('inProgress')).toBe('In progress, closed by hand');
});

it('of a task that nobody changed nothing is said', () => {
  expect(lastChangeText({ lastModifiedDateTime: null, lastModifiedByDisplayName: '' }, me, now)).toBe('');
});

it('of the device of a file, how it was found is said where its task doesn’t name it', () => {
  const words = (['byHash', 'several', 'unnamed', undefined] as const).map((fileDevice) =>
    fileDeviceText({ fileDevice }),
  );
  expect(words[0]).toContain('by the file’s hash');
  expect(words[2]).toContain('by its ID alone');
  expect(words[3]).toBe('');
});
