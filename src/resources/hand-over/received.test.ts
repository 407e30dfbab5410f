import { describe, expect, it } from 'vitest';
import { toProblem } from '../../lib/problem.ts';
import { testTask } from '../incident-tasks/test-task.ts';
import { handOver } from './hand-over.ts';
import {
  cameSince,
  mostSent,
  readSent,
  type SentHandOver,
  sinceSent,
  tasksSent,
  toSend,
  writeSent,
} from './received.ts';

const of = (id: string, given: Parameters<typeof testTask>[0] = {}) => testTask({ id, ...given });

const made = handOver({
  tasks: [of('a'), of('b'), of('c', { incident: { id: 'other' } })],
  incidents: new Map(),
  known: { usual: {}, started: {}, unknown: new Set() },
  seen: { byTask: new Map(), byIncident: new Map() },
  deviceNames: new Map(),
  notes: new Map([['of a note alone', 'Call.']]),
  missing: [],
  since: 1_000,
  now: 2_000,
  timeZone: 'UTC',
});
const sent = toSend(made);

const damagedText = 'This link is incomplete or was changed';

const refusalOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => toProblem(error).title,
  );

async function spoiled(spoil: (stored: Record<string, unknown>) => unknown): Promise<string> {
  return JSON.stringify(spoil(JSON.parse(await writeSent(sent, 'contoso'))));
}

describe('a hand-over in a link', () => {
  it('holds ids and states, and neither names nor notes', async () => {
    expect(sent.incidents).toEqual([
      [
        '2972395',
        [
          ['a', 'notStarted', 'open'],
          ['b', 'notStarted', 'open'],
        ],
      ],
      ['other', [['c', 'notStarted', 'open']]],
    ]);
    expect(tasksSent(sent)).toBe(3);
    const text = await writeSent(sent, 'contoso');
    expect(text).not.toContain('Isolate');
    expect(text).not.toContain('Call');
    expect(await readSent(text, 'CONTOSO')).toEqual(sent);
  });

  it('is refused in another tenant', async () => {
    expect(await refusalOf(readSent(await writeSent(sent, 'contoso'), 'other'))).toBe(
      'This hand-over is for another tenant',
    );
  });

  it.each<[string, (stored: Record<string, unknown>) => unknown]>([
    ['a text in its place', () => 'x'],
    ['another format', (stored) => ({ ...stored, format: 'plan' })],
    ['another version', (stored) => ({ ...stored, version: 2 })],
    ['another tenant', (stored) => ({ ...stored, tenantId: 'fabrikam' })],
    ['another time', (stored) => ({ ...stored, at: 3_000 })],
    ['a time that is none', (stored) => ({ ...stored, at: null })],
    ['fewer tasks', (stored) => ({ ...stored, incidents: [] })],
    ['tasks of another shape', (stored) => ({ ...stored, incidents: [['a', [['b']]]] })],
    ['a member more', (stored) => ({ ...stored, more: 1 })],
  ])('is refused with %s', async (_what, spoil) => {
    expect(await refusalOf(readSent(await spoiled(spoil), 'contoso'))).toBe(damagedText);
  });

  it('is refused where it is no JSON, and with more tasks than a link holds', async () => {
    expect(await refusalOf(readSent('{', 'contoso'))).toBe(damagedText);
    const tasks = Array.from({ length: mostSent + 1 }, () => ['a', '', ''] as const);
    const many: SentHandOver = { ...sent, incidents: [['a', tasks]] };
    expect(await refusalOf(readSent(await writeSent(many, 'contoso'), 'contoso'))).toBe(damagedText);
  });
});

describe('a hand-over that was received', () => {
  const now = [
    of('a'),
    of('b', { actionStatus: 'completed', lastModifiedByDisplayName: 'Priya', lastModifiedDateTime: 5 }),
  ];

  it('shows what has changed since', () => {
    expect(sinceSent(sent, { rows: now, isWhole: true })).toMatchObject([
      {
        incidentId: '2972395',
        lines: [
          { id: 'a', state: 'same' },
          { id: 'b', state: 'changed', before: { actionStatus: 'notStarted' } },
        ],
      },
      { incidentId: 'other', lines: [{ id: 'c', state: 'gone', task: undefined }] },
    ]);
  });

  it('counts what has come since, of which it can’t tell', () => {
    const rows = [
      of('a', { createdDateTime: 5 }),
      of('new', { createdDateTime: 7 }),
      of('x', { createdDateTime: null }),
    ];
    expect(cameSince({ at: 5 }, rows)).toBe(1);
  });

  it('says of no task that it is gone while the list is not whole', () => {
    expect(sinceSent(sent, { rows: [], isWhole: false })[1]?.lines[0]?.state).toBe('unread');
  });

  it('puts each task with its own incident, once, whatever the link says', () => {
    const rows = [of('a'), of('lost', { incident: null })];
    const crafted: Pick<SentHandOver, 'incidents'> = {
      incidents: [
        [
          'other',
          [
            ['gone', 'notStarted', 'open'],
            ['a', 'notStarted', 'open'],
            ['lost', 'notStarted', 'open'],
          ],
        ],
        ['2972395', [['a', 'completed', 'open']]],
      ],
    };
    const found = sinceSent(crafted, { rows, isWhole: true });
    expect(found.map(({ incidentId, lines }) => [incidentId, lines.map(({ id }) => id)])).toEqual([
      ['other', ['gone']],
      ['2972395', ['a']],
      ['', ['lost']],
    ]);
  });
});
