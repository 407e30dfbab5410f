import * as v from 'valibot';
import { settableStatuses } from '../../actions/task-status/rules.ts';

const schema = v.object({
  command: v.picklist(['run', 'status']),
  /** The status that tasks are to have, with that command. */
  status: v.picklist(settableStatuses),
  /** The task whose details the dialog was opened from; null: the selected tasks. */
  taskId: v.nullable(v.string()),
  note: v.string(),
});

/** What is about to be started; kept when the person has to go to the sign-in page. */
export type ActionDraft = v.InferOutput<typeof schema>;

/** @param taskId null for the selected tasks */
export function draftOf(command: ActionDraft['command'], taskId: string | null): ActionDraft {
  return { command, taskId, status: 'completed', note: '' };
}

export function readDraft(kept: unknown): ActionDraft | undefined {
  const parsed = v.safeParse(schema, kept);
  return parsed.success ? parsed.output : undefined;
}
