import { describe, expect, it } from 'vitest';
import { testTask } from '../incident-tasks/test-task.ts';
import { testIncident } from '../incidents/test-incident.ts';
import { asComment, asMarkdown, asPlainText } from './as-text.ts';
import { gapsOf, type HandOverFacts, handOver } from './hand-over.ts';
import { readSent, sinceSent, toSend } from './received.ts';
import { gapTexts, incidentTitle, lineChange, lineState } from './words.ts';

const hour = 3_600_000;
const now = 100 * hour;
const since = 92 * hour;

const of = (id: string, given: Parameters<typeof testTask>[0] = {}) =>
  testTask({
    id,
    displayName: `Isolate device ${id}`,
    responseAction: { identifierValue: id, isolationType: '', deviceId: '' },
    ...given,
  });

function told(tasks: ReturnType<typeof of>[], more: Partial<HandOverFacts> = {}) {
  return handOver({
    tasks,
    incidents: new Map([
      ['2972395', testIncident({ displayName: '*Lateral* movement', assignedTo: 'Priya Nair' })],
    ]),
    known: { usual: { isolateDevice: 60_000 }, started: {}, unknown: new Set(['unknown']) },
    notes: new Map(),
    since,
    now,
    ...more,
  });
}

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
    const states = lines.map(lineState);
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
    expect(lines.map(lineChange).slice(8, 10)).toEqual([
      expect.stringMatching(/^last changed by Sam <b>, /),
      expect.stringMatching(/^last changed \D*\d/),
    ]);
    expect(lineState({ ...(lines[2] as (typeof lines)[0]), progress: undefined })).toBe(
      'Stuck: in progress for 0 s',
    );
  });

  it('leaves out incidents without anything to tell, and keeps those with a note', () => {
    const done = [of('old', { actionStatus: 'completed', lastModifiedDateTime: hour })];
    expect(told(done).incidents).toEqual([]);
    expect(told(done, { notes: new Map([['2972395', ' Wait for Finance. ']]) }).incidents[0]?.note).toBe(
      'Wait for Finance.',
    );
  });

  it('warns of open incidents without an owner or a next step', () => {
    const nobody = of('nobody', { incident: { id: 'other' } });
    const given = told([of('open'), nobody], { notes: new Map([['2972395', 'Isolate by 10:30.']]) });
    expect(gapsOf(given).noOwner.map(({ group }) => group.incidentId)).toEqual(['other']);
    expect(gapTexts(given)).toEqual([
      '1 open incident without an owner: Incident other',
      '1 open incident without a next step: Incident other',
    ]);
    expect(gapTexts(told([]))).toEqual([]);
    const none = told([of('lost', { incident: null })]).incidents[0];
    expect(none && incidentTitle(none)).toBe('Tasks without an incident');
  });
});

describe('a hand-over as text', () => {
  const given = told(
    [of('failed', { actionStatus: 'failed', displayName: '[x](javascript:y)\n# Z' }), of('open')],
    {
      notes: new Map([['2972395', 'First <b>line</b>\r\nsecond']]),
    },
  );

  it('is Markdown in which no foreign text is markup', () => {
    const text = asMarkdown(given, 'Sam *Operator*');
    expect(text).toContain('# Hand-over');
    expect(text).toContain('Sam \\*Operator\\*');
    expect(text).toContain('## \\*Lateral\\* movement');
    expect(text).toContain('> First \\<b\\>line\\</b\\>\n> second');
    expect(text).toContain('- **\\[x\\]\\(javascript:y\\)');
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(2);
    expect(text).toContain('assigned to Priya Nair · 2 tasks left');
  });

  it('is plain text without signs, for a print or a comment', () => {
    expect(asPlainText(given, 'Sam')).toContain('*Lateral* movement');
    expect(asPlainText(told([]), 'Sam')).toContain('Nothing changed');
    const [incident] = given.incidents;
    expect(incident && asComment(incident, 'Sam')).toMatch(/^Hand-over by Sam\n/);
  });

  it('says that nothing is left, and that nobody owns what no incident is known of', () => {
    const changed = told([
      of('done', { actionStatus: 'completed', lastModifiedDateTime: 95 * hour, incident: null }),
    ]);
    expect(asPlainText(changed, 'Sam')).toContain('no owner · nothing left');
  });
});

describe('a hand-over that was received', () => {
  it('shows what has changed since, and holds no names', () => {
    const sent = toSend(told([of('a'), of('b'), of('c')]));
    expect(JSON.stringify(sent)).not.toContain('Isolate');
    const read = readSent(JSON.parse(JSON.stringify(sent)));
    const now2 = [
      of('a'),
      of('b', { actionStatus: 'completed', lastModifiedByDisplayName: 'Priya', lastModifiedDateTime: 5 }),
    ];
    expect(read && sinceSent(read, now2)).toMatchObject([
      { id: 'a', hasChanged: false, by: '', at: null },
      { id: 'b', hasChanged: true, by: 'Priya', at: 5, before: { actionStatus: 'notStarted' } },
      { id: 'c', hasChanged: true, task: undefined, by: '', at: null },
    ]);
  });

  it.each([
    null,
    'x',
    { at: 1 },
    { at: 1, since: 1, tasks: [['a']] },
    { at: Number.NaN, since: 1, tasks: [] },
  ])('is none from %j', (given) => {
    expect(readSent(given)).toBeUndefined();
  });
});
