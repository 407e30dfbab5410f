import * as v from 'valibot';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Instant } from '../../lib/instant.ts';
import type { HandOver } from './hand-over.ts';

const most = 2_000;
const shortText = v.pipe(v.string(), v.maxLength(512));

/** A hand-over as a link carries it: no names, only ids and how the tasks stood. */
const sentSchema = v.object({
  at: v.pipe(v.number(), v.finite()),
  since: v.pipe(v.number(), v.finite()),
  tasks: v.pipe(v.array(v.strictTuple([shortText, shortText, shortText])), v.maxLength(most)),
});

export type SentHandOver = v.InferOutput<typeof sentSchema>;

/** What a link takes along: names and notes stay out of it, since addresses end up in histories and logs. */
export function toSend({ now, since, incidents }: HandOver): SentHandOver {
  const lines = incidents.flatMap((incident) => incident.lines).slice(0, most);
  return {
    at: now,
    since,
    tasks: lines.map(({ task: { id, actionStatus, status } }) => [id, actionStatus, status]),
  };
}

/** Reads what came with a link; undefined for anything else. Links are foreign. */
export function readSent(given: unknown): SentHandOver | undefined {
  const parsed = v.safeParse(sentSchema, given);
  return parsed.success ? parsed.output : undefined;
}

/** What has become different in a task since it was handed over. */
export interface Since {
  readonly id: string;
  /** Undefined for a task that is gone, or that the reader may not see. */
  readonly task: IncidentTask | undefined;
  readonly before: Pick<IncidentTask, 'actionStatus' | 'status'>;
  readonly hasChanged: boolean;
  /** Who changed it last, and when; '' and null unless it has changed. */
  readonly by: string;
  readonly at: Instant | null;
}

/** Each line of a hand-over that was received beside how its task stands now, in the order in which it was sent. */
export function sinceSent({ tasks }: SentHandOver, now: readonly IncidentTask[]): readonly Since[] {
  const byId = new Map(now.map((task) => [task.id, task]));
  return tasks.map(([id, actionStatus, status]): Since => {
    const task = byId.get(id);
    const hasChanged = task === undefined || task.actionStatus !== actionStatus || task.status !== status;
    return {
      id,
      task,
      before: { actionStatus, status },
      hasChanged,
      by: hasChanged ? (task?.lastModifiedByDisplayName ?? '') : '',
      at: hasChanged ? (task?.lastModifiedDateTime ?? null) : null,
    };
  });
}
