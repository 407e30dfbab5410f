import { describe, expect, it } from 'vitest';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { incidentComment } from './action.ts';
import { isCommentIntent } from './intent.ts';
import { commentId, excerptOf, planComments } from './plan.ts';
import { isSameText, longestComment, whyNoComment, whyNotText } from './rules.ts';

const incident = testIncident({ id: '7', displayName: 'Lateral movement' });
const other = testIncident({ id: '8', displayName: '' });

describe('a plan', () => {
  it('is one request for each incident, with a text of its own', () => {
    const plan = planComments(
      [
        { incident, comment: ' Isolated both devices. ' },
        { incident: other, comment: 'Waiting for the user.' },
      ],
      ' INC-1 ',
      [],
    );
    expect(plan).toMatchObject({ title: 'Comment on 2 incidents', note: 'INC-1' });
    expect(plan.targets.map(({ id, name, intent }) => [id, name, intent.comment])).toEqual([
      ['7', 'Lateral movement', 'Isolated both devices.'],
      ['8', 'Incident 8', 'Waiting for the user.'],
    ]);
    expect(plan.targets[0]?.items).toMatchObject([
      {
        before: 'not there',
        detail: 'Isolated both devices.',
        reviewed: { merged: 'no', own: '0' },
        incident: '7',
      },
    ]);
  });

  it('may hold two comments on one incident, and each of them once', () => {
    const comments = ['One', 'Two', 'One\r\n'].map((comment) => ({ incident, comment }));
    const { title, targets } = planComments(comments, '', []);
    const [one, two, again] = targets.map(({ items }) => items[0]?.id);
    expect(title).toBe('Comment on 1 incident');
    expect(one).not.toBe(two);
    expect(again).toBe(one);
  });

  it('knows how many comments of one’s own with the same text the incident has', () => {
    const by = (createdByDisplayName: string, comment = 'Done\r\n') => ({
      comment,
      createdByDisplayName,
      createdDateTime: 1,
    });
    const comments = [by('SAM'), by('Kim'), by(' '), by('Sam', 'Other')];
    const { targets } = planComments([{ incident: { ...incident, comments }, comment: 'Done' }], '', ['Sam']);
    expect(targets[0]?.items[0]?.reviewed).toEqual({ merged: 'no', own: '2' });
  });

  it('shows the beginning of a long comment, on one line', () => {
    expect(excerptOf('Isolated\n both  devices')).toBe('Isolated both devices');
    expect(excerptOf('x'.repeat(81))).toBe(`${'x'.repeat(79)}…`);
  });
});

describe('a text', () => {
  it('of 30,000 characters is a comment; a longer one is told its length before anything is sent', () => {
    expect(whyNotText('x'.repeat(longestComment))).toBeUndefined();
    expect(whyNotText(` ${'x'.repeat(longestComment)}\n`)).toBeUndefined();
    expect(whyNotText('x'.repeat(longestComment + 1))).toBe(
      'A comment has at most 30,000 characters. This one has 30,001',
    );
    expect(whyNotText(' \n')).toBe('Write a comment');
  });

  it('is the same with other line ends, and not in other letters', () => {
    expect(isSameText('a\r\nb', ' a\nb ')).toBe(true);
    expect(isSameText('Done', 'done')).toBe(false);
  });
});

it('an incident that was merged into another takes no comment', () => {
  expect(whyNoComment(incident)).toBeUndefined();
  expect(whyNoComment({ status: 'redirected' })).toBe('Merged into another incident');
  expect(
    planComments([{ incident: { ...incident, status: 'redirected' }, comment: 'x' }], '', []).targets[0],
  ).toMatchObject({ items: [{ reviewed: { merged: 'yes' } }] });
});

describe('an intent', () => {
  const sound = { kind: 'incident-comment', comment: 'Done' } as const;

  it.each([
    [sound, true],
    [{ ...sound, kind: 'task-status' }, false],
    [{ ...sound, comment: ' ' }, false],
    [{ ...sound, comment: 7 }, false],
    [{ ...sound, comment: 'x'.repeat(longestComment + 1) }, false],
    [{ ...sound, author: 'Sam' }, false],
  ])('%j is one: %s', (intent, is) => {
    expect(isCommentIntent(intent)).toBe(is);
  });

  it('can be staged only with the item that stands for its text', () => {
    const item = { id: commentId('Done'), name: '', detail: 'Done', before: 'not there', reviewed: {} };
    const change = { intent: sound, target: { id: '7' }, item };
    expect(incidentComment.canBeStaged(change)).toBe(true);
    expect(incidentComment.canBeStaged({ ...change, intent: { kind: 'incident-comment' } })).toBe(false);
    expect(incidentComment.canBeStaged({ ...change, target: { id: '..' } })).toBe(false);
    expect(incidentComment.canBeStaged({ ...change, item: { ...item, id: 'comment 2' } })).toBe(false);
    expect(incidentComment.canBeStaged({ ...change, item: { ...item, before: 'added' } })).toBe(false);
    expect(incidentComment.canBeStaged({ ...change, item: { ...item, detail: 'Fine' } })).toBe(false);
  });

  it('has no undo, and words for people and for records', () => {
    expect(incidentComment.undo).toBeUndefined();
    expect(incidentComment.nameFor(sound, { before: '', reviewed: {} })).toBe('Add comment');
    expect(['not there', 'added', 'later'].map(incidentComment.stateName)).toEqual([
      'Not there',
      'Added',
      'later',
    ]);
    expect(() => incidentComment.requestOf({ kind: 'incident-comment' }, '7', [])).toThrow();
    const { targets } = planComments([{ incident, comment: 'Done' }], '', []);
    const person = { username: 'sam', importantDevices: [] };
    expect(incidentComment.review(sound, targets, undefined, person).whyType).toEqual([]);
    const many = Array.from({ length: 21 }, () => targets[0] ?? []).flat();
    expect(incidentComment.whyType?.(many)).toEqual(['Comments on 21 incidents']);
  });
});
