import { testTask } from '../incident-tasks/test-task.ts';
import { testIncident } from '../incidents/test-incident.ts';
import { type HandOverFacts, handOver, type Seen } from './hand-over.ts';

export const hour = 3_600_000;
export const now = 100 * hour;
const since = 92 * hour;

export const nothingSeen = { byTask: new Map(), byIncident: new Map() };
export const sentAt = (at: number, text: string, more: Partial<Seen> = {}): Seen => ({
  at,
  text,
  isUnknown: false,
  isComment: false,
  note: '',
  ...more,
});

/** An isolation of the device of that name, which waits to be started, but for what is given. */
export const of = (id: string, given: Parameters<typeof testTask>[0] = {}) =>
  testTask({
    id,
    displayName: `Isolate device ${id}`,
    responseAction: { identifierValue: id, isolationType: '', deviceId: '' },
    ...given,
  });

/** The hand-over of these tasks of one incident. */
export function told(tasks: ReturnType<typeof of>[], more: Partial<HandOverFacts> = {}) {
  return handOver({
    tasks,
    incidents: new Map([
      ['2972395', testIncident({ displayName: '*Lateral* movement', assignedTo: 'Priya Nair' })],
    ]),
    known: { usual: { isolateDevice: 60_000 }, started: {}, unknown: new Set(['unknown']) },
    seen: nothingSeen,
    deviceNames: new Map([['0a1b2c3d-0000-4000-8000-000000000001', 'ENG-WS-0420']]),
    notes: new Map(),
    missing: [],
    since,
    now,
    timeZone: 'UTC',
    ...more,
  });
}
