import { expect, it } from 'vitest';
import type { IncidentDetails } from '../../../graph/incident-details.ts';
import { testIncident } from '../../../resources/incidents/test-incident.ts';
import { knownFacts } from './known-facts.ts';

const row = testIncident({ assignedTo: 'Priya Nair', lastUpdateDateTime: 5 });
const whole = {
  ...testIncident({ assignedTo: 'Customer' }),
  description: 'Long',
  comments: { comments: [], commentsLeftOut: 1, olderComments: 2 },
} as unknown as IncidentDetails; // `knownFacts` reads these parts alone; a whole one would need alerts
const at = (lastUpdateDateTime: number | null) => ({ ...whole, lastUpdateDateTime });

it('each fact comes from the read with the later change, and the rest from the only one that has it', () => {
  expect(knownFacts(at(4), row)).toMatchObject({ assignedTo: 'Priya Nair', more: { description: 'Long' } });
  expect(knownFacts(at(6), row)).toMatchObject({
    assignedTo: 'Customer',
    commentsLeftOut: 1,
    olderComments: 2,
    more: { description: 'Long' },
  });
});

it('where Graph gives no time, the facts are those that the head of the page shows', () => {
  expect(knownFacts(at(null), row)?.assignedTo).toBe('Priya Nair');
});

it('one read is enough', () => {
  expect(knownFacts(undefined, row)).toMatchObject({ assignedTo: 'Priya Nair', more: undefined });
  expect(knownFacts(at(4), undefined)?.assignedTo).toBe('Customer');
  expect(knownFacts(undefined, undefined)).toBeUndefined();
});
