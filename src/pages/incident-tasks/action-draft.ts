import * as v from 'valibot';

const schema = v.object({
  /** The task whose details the dialog was opened from; null: the selected tasks. */
  taskId: v.nullable(v.string()),
  note: v.string(),
});

/** What is about to be started; kept when the person has to go to the sign-in page. */
export type ActionDraft = v.InferOutput<typeof schema>;

export function readDraft(kept: unknown): ActionDraft | undefined {
  const parsed = v.safeParse(schema, kept);
  return parsed.success ? parsed.output : undefined;
}
