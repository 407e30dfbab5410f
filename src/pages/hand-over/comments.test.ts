import { expect, it } from 'vitest';
import { type HandOverFacts, handOver } from '../../resources/hand-over/hand-over.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { handOverComments } from './comments.ts';

const hour = 3_600_000;
const now = 100 * hour;

const stuck = testTask({
  id: 'stuck',
  actionStatus: 'inProgress',
  incident: { id: 'open' },
  lastModifiedDateTime: 80 * hour,
});
const done = testTask({ id: 'done', actionStatus: 'completed', incident: { id: 'done' } });
const resolved = ['resolved', 'done'].map((id) => testIncident({ id, status: 'resolved' }));

const facts: HandOverFacts = {
  tasks: [
    stuck,
    testTask({ id: 'left', incident: { id: 'resolved' } }),
    { ...done, lastModifiedDateTime: hour },
  ],
  incidents: new Map([testIncident({ id: 'open' }), ...resolved].map((incident) => [incident.id, incident])),
  known: { usual: {}, started: {}, unknown: new Set() },
  seen: { byTask: new Map(), byIncident: new Map() },
  deviceNames: new Map(),
  notes: new Map(['open', 'resolved', 'done'].map((id) => [id, 'Ask Finance.'])),
  missing: [],
  since: 92 * hour,
  now,
  timeZone: 'UTC',
};

function draftOf(
  more: Partial<HandOverFacts> = {},
  posted: Parameters<typeof handOverComments>[2] = new Map(),
) {
  const draft = handOverComments(handOver({ ...facts, ...more }), 'Sam', posted);
  if (draft.command !== 'comments') throw new Error('No comments');
  return draft;
}

const notOpen = 'not open, and nothing changed';

it('leaves out what is not open and has not changed until a person ticks it', () => {
  const { comments, leaveOut, whyLeftOut } = draftOf();
  expect(Object.keys(comments).sort()).toEqual(['done', 'open', 'resolved']);
  expect(leaveOut.toSorted()).toEqual(['done', 'resolved']);
  expect(whyLeftOut).toEqual({ done: notOpen, resolved: notOpen });
});

it('keeps what is done where a task changed, or something was sent for it', () => {
  const changed = [{ ...done, lastModifiedDateTime: 95 * hour }];
  expect(draftOf({ tasks: changed }).leaveOut).not.toContain('done');
  const sent = { at: 95 * hour, text: 'Set status to Resolved: Confirmed', isUnknown: false, note: '' };
  const leaveOutWith = (isComment: boolean) =>
    draftOf({ seen: { byTask: new Map(), byIncident: new Map([['done', [{ ...sent, isComment }]]]) } })
      .leaveOut;
  expect(leaveOutWith(false)).not.toContain('done');
  expect(leaveOutWith(true)).toContain('done');
});

it('leaves out what was posted word by word, however much later', () => {
  const posted = new Map([['open', [{ at: 98 * hour, comment: draftOf().comments.open ?? '' }]]]);
  const later = draftOf({ now: now + hour }, posted);
  expect(later.whyLeftOut.open).toMatch(/^posted .*\d/);
  expect(draftOf({ notes: new Map([['open', 'Ask Priya.']]) }, posted).leaveOut).not.toContain('open');
});

it('writes no comment for tasks without an incident', () => {
  expect(draftOf({ tasks: [testTask({ incident: null })], notes: new Map() }).comments).toEqual({});
});
