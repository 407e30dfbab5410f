import * as v from 'valibot';

/** The router reads `task=213213`, as a person would type it, as a number. */
const typedNumber = v.pipe(v.number(), v.safeInteger(), v.transform(String));
const text = v.fallback(v.optional(v.union([v.string(), typedNumber])), undefined);
const list = v.fallback(v.optional(v.array(v.string())), undefined);

const tasksSchema = v.object({
  q: text,
  /** How the rows are grouped: by incident when absent. */
  group: v.fallback(v.optional(v.picklist(['none'])), undefined),
  status: list,
  actionStatus: list,
  type: list,
  source: list,
  sort: text,
  /** The task whose details are open. */
  task: text,
});

export type TasksSearch = v.InferOutput<typeof tasksSchema>;

/** What the address of the incident tasks page says; what it says wrongly counts as not said. */
export function readTasksSearch(search: Record<string, unknown>): TasksSearch {
  return v.parse(tasksSchema, search);
}
