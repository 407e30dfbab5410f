import * as v from 'valibot';
import { listParam, textParam } from '../../lib/search-params.ts';

const tasksSchema = v.object({
  q: textParam,
  /** How the rows are grouped: by incident when absent. */
  group: v.fallback(v.optional(v.picklist(['none'])), undefined),
  severity: listParam,
  status: listParam,
  actionStatus: listParam,
  type: listParam,
  source: listParam,
  sort: textParam,
  /** The task whose details are open. */
  task: textParam,
});

export type TasksSearch = v.InferOutput<typeof tasksSchema>;

/** What the address of the incident tasks page says; what it says wrongly counts as not said. */
export function readTasksSearch(search: Record<string, unknown>): TasksSearch {
  return v.parse(tasksSchema, search);
}
