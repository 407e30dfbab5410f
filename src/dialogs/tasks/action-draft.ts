import * as v from 'valibot';
import { settableStatuses } from '../../actions/task-status/rules.ts';

const schema = v.object({
  command: v.picklist(['run', 'status']),
  /** The status that tasks are to have, with that command. */
  status: v.picklist(settableStatuses),
  /** The task whose details the dialog was opened from; null: the selected tasks. */
  taskId: v.nullable(v.string()),
  /** The tasks that were meant as the dialog opened, by their ids: later ones are not sent. Null: those that are selected. */
  taskIds: v.fallback(v.nullable(v.array(v.string())), null),
  note: v.string(),
});

/** What is about to be started; kept when the person has to go to the sign-in page. */
export type ActionDraft = v.InferOutput<typeof schema>;

/** @param taskId null for the selected tasks */
export function draftOf(command: ActionDraft['command'], taskId: string | null): ActionDraft {
  return { command, taskId, taskIds: null, status: 'completed', note: '' };
}

/** About these tasks and no other, whatever can run by the time the person decides. */
export function draftAbout(
  command: ActionDraft['command'],
  tasks: readonly { readonly id: string }[],
): ActionDraft {
  return { ...draftOf(command, null), taskIds: tasks.map(({ id }) => id) };
}

export function readDraft(kept: unknown): ActionDraft | undefined {
  const parsed = v.safeParse(schema, kept);
  return parsed.success ? parsed.output : undefined;
}
