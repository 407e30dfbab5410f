import { describe, expect, it } from 'vitest';
import { testIncident } from '../incidents/test-incident.ts';
import { asComment, asMarkdown, asPlainText } from './as-text.ts';
import { countKinds, countUnknownSent, gapsOf } from './hand-over.ts';
import { hour, nothingSeen, now, of, sentAt, told } from './test-hand-over.ts';
import { commentsText, deadlineText, lineChange, lineState, standText } from './words.ts';

const tasks = [
  of('changed', {
    actionStatus: 'completed',
    lastModifiedDateTime: 95 * hour,
    lastModifiedByDisplayName: 'Sam <b>',
  }),
  of('open'),
  of('old', { actionStatus: 'completed', lastModifiedDateTime: hour }),
  of('running', { actionStatus: 'inProgress', lastModifiedDateTime: now - 60_000 }),
  of('timeless', { actionStatus: 'inProgress', lastModifiedDateTime: null }),
  of('unknown'),
  of('stuck', { actionStatus: 'inProgress', lastModifiedDateTime: now - 3 * hour }),
  of('failed', { actionStatus: 'failed', status: 'failed' }),
  of('part', { actionStatus: 'partiallyCompleted' }),
  of('closed', { status: 'notRelevant', lastModifiedDateTime: 96 * hour, lastModifiedByDisplayName: '' }),
  of('by hand', { actionType: 'text', responseAction: null }),
  of('hand done', { actionType: 'text', status: 'completed', lastModifiedDateTime: 96 * hour }),
];

describe('a hand-over', () => {
  it('tells by incident what needs a person first, and then what changed', () => {
    const { incidents } = told(tasks);
    expect(incidents).toHaveLength(1);
    const lines = incidents[0]?.lines ?? [];
    expect(lines.map(({ kind, task }) => [kind, task.id])).toEqual([
      ['failed', 'failed'],
      ['failed', 'part'],
      ['stuck', 'stuck'],
      ['unknown', 'unknown'],
      ['running', 'running'],
      ['running', 'timeless'],
      ['open', 'open'],
      ['open', 'by hand'],
      ['changed', 'changed'],
      ['changed', 'closed'],
      ['changed', 'hand done'],
    ]);
    const states = lines.map((line) => lineState(line, now));
    expect(states.slice(0, 4)).toEqual([
      'Failed',
      'Partially completed',
      'Stuck: in progress for 3 h, usually 1 min',
      'Unknown: sent from Actiondesk, and the result isn’t known',
    ]);
    expect(states[4]).toMatch(/^In progress since /);
    expect(states.slice(5)).toEqual([
      'In progress',
      'Not started',
      'To be done by hand',
      'Completed',
      'Not relevant',
      'Completed',
    ]);
    expect(lines.map((line) => lineChange(line, now)).slice(8, 10)).toEqual([
      expect.stringMatching(/^last changed by Sam <b>, /),
      expect.stringMatching(/^last changed \D*\d/),
    ]);
    const [stuck, running] = [lines[2] as (typeof lines)[0], lines[4] as (typeof lines)[0]];
    expect(lineState({ ...stuck, progress: undefined }, now)).toBe('Stuck: in progress');
    // Yesterday's time is no time of today, and a comment is read on any day.
    expect(lineState(running, now + 24 * hour)).toMatch(/^In progress since .*Jan.*, \d/);
    expect(lineState(running, null)).toMatch(/^In progress since .*1970/);
    expect(lineState(stuck, null)).toMatch(/^Stuck: in progress since .*1970/);
  });

  it('says of a closed task what its action came to, where that is something else', () => {
    expect(standText({ actionStatus: 'failed', status: 'completed' })).toBe('Completed, action failed');
    expect(standText({ actionStatus: 'completed', status: 'completed' })).toBe('Completed');
    expect(standText({ actionStatus: 'failed', status: 'open' })).toBe('Failed');
    expect(standText({ actionStatus: 'notStarted', status: 'notRelevant' })).toBe('Not relevant');
    expect(standText({ actionStatus: 'completed', status: 'notRelevant' })).toBe(
      'Not relevant, action completed',
    );
  });

  it('names a device as evidence does, where its task has nothing but an id', () => {
    const file = (deviceId: string) =>
      of('f', {
        displayName: 'Quarantine the file',
        actionType: 'stopAndQuarantineFile',
        responseAction: { identifierValue: '3395', isolationType: '', deviceId },
      });
    const nameIn = (deviceId: string) => told([file(deviceId)]).incidents[0]?.lines[0]?.name;
    expect(nameIn('0A1B2C3D-0000-4000-8000-000000000001')).toContain('on ENG-WS-0420');
    expect(nameIn('ffffffff-0000-4000-8000-000000000001')).toContain('on ffffffff-');
  });

  it('counts the tasks of each kind', () => {
    expect(countKinds(told(tasks))).toEqual({
      failed: 2,
      stuck: 1,
      unknown: 1,
      running: 2,
      open: 2,
      changed: 3,
    });
  });

  it('leaves out incidents without anything to tell, and keeps those with a note', () => {
    const done = [of('old', { actionStatus: 'completed', lastModifiedDateTime: hour })];
    expect(told(done).incidents).toEqual([]);
    expect(told(done, { notes: new Map([['2972395', ' Wait for Finance. ']]) }).incidents[0]?.note).toBe(
      'Wait for Finance.',
    );
  });

  it('keeps a note whose tasks are gone', () => {
    const notes = new Map([
      ['gone', 'Ask Priya.'],
      ['2972395', ''],
    ]);
    const [gone, ...others] = told([], { notes }).incidents;
    expect(others).toEqual([]);
    expect(gone).toMatchObject({ note: 'Ask Priya.', isOpen: false, owner: 'unread', lines: [] });
  });

  it('tells what this browser sent, and how many comments are new', () => {
    const comment = (at: number | null, by: string) => ({
      comment: 'Look.',
      createdByDisplayName: by,
      createdDateTime: at,
    });
    const commentsBy = (...comments: ReturnType<typeof comment>[]) =>
      told([of('open')], { incidents: new Map([['2972395', testIncident({ comments })]]) }).incidents[0];
    const found = commentsBy(comment(95 * hour, 'Priya'), comment(94 * hour, 'Sam'), comment(hour, 'Old'));
    expect(found && commentsText(found, now)).toMatch(/^2 new comments, the last by Priya, \S/);
    const nameless = commentsBy(comment(95 * hour, ''));
    expect(nameless && commentsText(nameless, now)).toMatch(/^1 new comment, the last, \S/);
    const undated = commentsBy(comment(null, 'Sam'));
    expect(undated && commentsText(undated, now)).toBe('');
    expect(undated && commentsText({ ...undated, commentsLeftOut: 1 }, now)).toBe(
      '1 comment couldn’t be read',
    );
    expect(nameless && commentsText({ ...nameless, commentsLeftOut: 2 }, now)).toMatch(
      /^1 new comment, .* · 2 comments couldn’t be read$/,
    );

    const seen = {
      ...nothingSeen,
      byTask: new Map([['open', [sentAt(95 * hour, 'Isolate device: Rejected')]]]),
    };
    const given = told([of('open'), of('changed', { status: 'completed' })], { seen });
    expect(asPlainText(given, 'Sam')).toMatch(
      / {2}– sent from Actiondesk by Sam, .*: Isolate device: Rejected/,
    );
    expect(asMarkdown(given, 'Sam')).toMatch(
      /\n {2}- sent from Actiondesk by Sam, .*: Isolate device: Rejected/,
    );
  });

  it('tells what this browser sent for an incident, and counts what has no known result', () => {
    const sent = [
      sentAt(95 * hour, 'Set status to Resolved: Confirmed'),
      sentAt(96 * hour, 'Add comment “Done”: Unknown', { isUnknown: true, isComment: true }),
    ];
    const seen = { ...nothingSeen, byIncident: new Map([['2972395', sent]]) };
    const given = told([], { seen });
    expect(countUnknownSent(given)).toBe(1);
    expect(asPlainText(given, 'Sam')).toMatch(
      /• sent from Actiondesk by Sam, .*: Set status to Resolved: Confirmed\n• sent/,
    );
    const [incident] = given.incidents;
    const comment = incident && asComment(incident, given, 'Sam');
    expect(comment).toContain('Set status to Resolved');
    expect(comment).not.toContain('Add comment');
  });

  it('tells a task that is done before its time where this browser sent something for it', () => {
    const done = of('done', { actionStatus: 'completed', lastModifiedDateTime: hour });
    const seen = {
      ...nothingSeen,
      byTask: new Map([['done', [sentAt(95 * hour, 'Isolate device: Completed')]]]),
    };
    expect(told([done], { seen }).incidents[0]?.lines).toMatchObject([{ kind: 'changed', seen: [{}] }]);
  });

  it('gives a moment its date as far as that says something', () => {
    const changedAt = (at: number) =>
      lineChange({ task: of('a', { lastModifiedDateTime: at }), hasChanged: true }, now);
    expect(changedAt(now)).not.toMatch(/Jan|1970/);
    expect(changedAt(now - 48 * hour)).toMatch(/Jan/);
    expect(changedAt(now - 48 * hour)).not.toContain('1970');
    expect(changedAt(now - 2_000 * hour)).toMatch(/19(69|70)/);
  });

  it('tells the deadline that a comment names, with its words', () => {
    const comment = {
      comment: 'Isolate both devices before 05:30 UTC.',
      createdByDisplayName: 'Defender Experts',
      createdDateTime: 97 * hour,
    };
    const dueBy = (at: number) =>
      asPlainText(
        told([of('open')], {
          now: at,
          incidents: new Map([['2972395', testIncident({ comments: [comment] })]]),
        }),
        'Sam',
      );
    expect(dueBy(now)).toMatch(/ · due .*\(“Isolate both devices before 05:30 UTC.”\)/);
    expect(dueBy(102 * hour)).toContain(' · was due ');
    const deadline = { at: now, sentence: 'Isolate by 22:30', comment, namesZone: false };
    expect(deadlineText({ deadline }, now)).toMatch(/^due .*\d.*, time zone assumed \(“Isolate by 22:30”\)$/);
    expect(deadlineText({ deadline: { ...deadline, namesZone: true } }, null)).toMatch(
      /^deadline .*1970.* \(“/,
    );
  });

  it('warns of open incidents without an owner or a next step', () => {
    const nobody = of('nobody', { incident: { id: 'other' } });
    const given = told([of('open'), nobody], {
      notes: new Map([['2972395', 'Isolate by 10:30.']]),
      incidents: new Map([['other', testIncident({ id: 'other', displayName: '', assignedTo: 'Customer' })]]),
    });
    expect(gapsOf(given).noOwner.map(({ group }) => group.incidentId)).toEqual(['other']);
    expect(gapsOf(given).noNextStep.map(({ group }) => group.incidentId)).toEqual(['other']);
  });

  it('says of an incident that was not read nothing that only the incident tells', () => {
    const unread = told([of('open')], { incidents: new Map() });
    expect(gapsOf(unread)).toMatchObject({ noOwner: [], unknownOwner: [{}], noNextStep: [{}] });
    expect(asPlainText(unread, 'Sam')).toContain('incident 2972395 · owner not loaded · 1 task left');

    const none = told([of('lost', { incident: null })]);
    expect(none.incidents[0]?.group.incidentId).toBe('');
    expect(gapsOf(none)).toEqual({ noOwner: [], unknownOwner: [], noNextStep: [] });
    expect(asPlainText(none, 'Sam')).toContain('\n1 task left\n');
  });
});
