import { expect, it } from 'vitest';
import { tasksByIncident } from '../incident-tasks/by-incident.ts';
import { testIncident } from '../incidents/test-incident.ts';
import { gapsOf } from './hand-over.ts';
import { openGaps } from './open-gaps.ts';
import { of, told } from './test-hand-over.ts';

it('counts what a hand-over lacks, as the hand-over does', () => {
  const inIncident = (id: string) => of(id, { incident: { id } });
  const done = of('done', { incident: { id: 'done' }, actionStatus: 'completed' });
  const tasks = [inIncident('owned'), inIncident('nobody'), inIncident('unread'), done];
  const all = [...tasks, of('none', { incident: null })];
  const incidents = new Map([
    ['owned', testIncident({ id: 'owned', assignedTo: 'Priya Nair' })],
    ['nobody', testIncident({ id: 'nobody', assignedTo: '' })],
  ]);
  const notes = new Map([
    ['owned', 'Wait for Finance.'],
    ['nobody', ' '],
  ]);
  const counts = openGaps(tasksByIncident(all, incidents), (id) => notes.get(id) ?? '');
  expect(counts).toEqual({ open: 3, noOwner: 1, unknownOwner: 1, noNextStep: 2 });
  const gaps = gapsOf(told(all, { incidents, notes }));
  expect([gaps.noOwner.length, gaps.unknownOwner.length, gaps.noNextStep.length]).toEqual([1, 1, 2]);
});
