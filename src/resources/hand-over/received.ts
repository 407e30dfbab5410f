import * as v from 'valibot';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import { ProblemError } from '../../lib/problem.ts';
import { showHidden } from '../../lib/visible-text.ts';
import type { HandOver } from './hand-over.ts';

const format = 'hand-over';
const version = 1;

/** So many tasks a link takes along. */
export const mostSent = 2_000;

const shortText = v.pipe(v.string(), v.maxLength(512));
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/** A task as it stood: its id, action status and status. */
const sentTask = v.strictTuple([v.pipe(shortText, v.nonEmpty()), shortText, shortText]);

const sentSchema = v.strictObject({
  format: v.literal(format),
  version: v.literal(version),
  tenantId: v.pipe(shortText, v.nonEmpty()),
  at: instant,
  since: instant,
  incidents: v.array(v.strictTuple([shortText, v.array(sentTask)])),
  digest: v.string(),
});

/**
 * A hand-over as a link carries it: the ids of incidents and tasks, and how the tasks stood. Names and notes stay out of it,
 * since addresses end up in histories and logs.
 */
export interface SentHandOver {
  readonly at: Instant;
  readonly since: Instant;
  readonly incidents: readonly (readonly [
    incidentId: string,
    tasks: readonly (readonly [id: string, actionStatus: string, status: string])[],
  ])[];
}

export function toSend({ now, since, incidents }: HandOver): SentHandOver {
  return {
    at: now,
    since,
    incidents: incidents
      .filter(({ lines }) => lines.length > 0)
      .map(({ group, lines }) => [
        group.incidentId,
        lines.map(({ task: { id, actionStatus, status } }) => [id, actionStatus, status]),
      ]),
  };
}

export function tasksSent({ incidents }: Pick<SentHandOver, 'incidents'>): number {
  return incidents.reduce((sum, [, tasks]) => sum + tasks.length, 0);
}

/** What a link holds, before it is packed. @param tenantId where the tasks are */
export async function writeSent(sent: SentHandOver, tenantId: string): Promise<string> {
  const { at, since, incidents } = sent;
  const own = { tenantId, at, since, incidents };
  return JSON.stringify({ format, version, ...own, digest: await digestOf(own) });
}

/**
 * Reads what came with a link.
 *
 * @param tenantId where the person is signed in
 * @throws ProblemError that says why the link is refused
 */
export async function readSent(text: string, tenantId: string): Promise<SentHandOver> {
  const parsed = v.safeParse(sentSchema, parse(text));
  if (!parsed.success || tasksSent(parsed.output) > mostSent) throw damaged();
  const { at, since, incidents, digest, tenantId: sentFrom } = parsed.output;
  // The digest keeps a link from being changed by accident or by hand; it is no signature.
  if (digest !== (await digestOf({ tenantId: sentFrom, at, since, incidents }))) throw damaged();
  if (sentFrom.toLowerCase() !== tenantId.toLowerCase()) {
    throw new ProblemError({
      kind: 'badInput',
      title: 'This hand-over is for another tenant',
      advice: `It’s for the tenant ${showHidden(sentFrom)}. You’re signed in to ${tenantId}.`,
    });
  }
  return { at, since, incidents };
}

/** For a link that was cut, edited, or never was one. */
export function damaged(): ProblemError {
  return new ProblemError({
    kind: 'badInput',
    title: 'This link is incomplete or was changed',
    advice: 'Nothing of it is shown. Copy the whole link again, or ask for a new one.',
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function digestOf(own: SentHandOver & { readonly tenantId: string }): Promise<string> {
  const { tenantId, at, since, incidents } = own;
  const text = new TextEncoder().encode(JSON.stringify([format, version, tenantId, at, since, incidents]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `gone`: not in the whole list. `unread`: not in the part of the list that could be read. */
export type SinceState = 'same' | 'changed' | 'gone' | 'unread';

/** How a task that was handed over stands now. */
export interface Since {
  readonly id: string;
  /** Undefined for one that is gone or could not be read. */
  readonly task: IncidentTask | undefined;
  readonly before: Pick<IncidentTask, 'actionStatus' | 'status'>;
  readonly state: SinceState;
}

/**
 * Each task of a hand-over that was received beside how it stands now, once, and in the order in which it was sent. A task that
 * was read stands with its own incident, whatever the link says.
 */
export function sinceSent(
  { incidents }: Pick<SentHandOver, 'incidents'>,
  now: { readonly rows: readonly IncidentTask[]; readonly isWhole: boolean },
): readonly { readonly incidentId: string; readonly lines: readonly Since[] }[] {
  const byId = new Map(now.rows.map((task) => [task.id, task]));
  const linesOf = new Map<string, Since[]>();
  const told = new Set<string>();
  for (const [sentWith, tasks] of incidents) {
    for (const [id, actionStatus, status] of tasks) {
      if (told.has(id)) continue;
      told.add(id);
      const task = byId.get(id);
      const line = sinceOf(id, { actionStatus, status }, task, now.isWhole);
      const incidentId = task ? (task.incident?.id ?? '') : sentWith;
      linesOf.set(incidentId, [...(linesOf.get(incidentId) ?? []), line]);
    }
  }
  return [...linesOf].map(([incidentId, lines]) => ({ incidentId, lines }));
}

function sinceOf(
  id: string,
  before: Since['before'],
  task: IncidentTask | undefined,
  isWhole: boolean,
): Since {
  if (!task) return { id, task, before, state: isWhole ? 'gone' : 'unread' };
  const hasChanged = task.actionStatus !== before.actionStatus || task.status !== before.status;
  return { id, task, before, state: hasChanged ? 'changed' : 'same' };
}

/** How many tasks have come since a hand-over was sent: it can't tell of them. */
export function cameSince({ at }: Pick<SentHandOver, 'at'>, rows: readonly IncidentTask[]): number {
  return rows.filter(({ createdDateTime }) => createdDateTime !== null && createdDateTime > at).length;
}
