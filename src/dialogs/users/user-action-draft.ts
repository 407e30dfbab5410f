import * as v from 'valibot';
import { type AccountAction, accountActions } from '../../graph/users.ts';

const schema = v.object({
  action: v.picklist(accountActions),
  /** The tasks whose users are acted on. */
  taskIds: v.array(v.string()),
  note: v.string(),
});

/**
 * What is about to be done to users; kept when the person has to go to the sign-in page, which the first look-up of a user
 * may ask for. A page keeps it as it keeps an `ActionDraft`.
 */
export type UserActionDraft = v.InferOutput<typeof schema>;

export function userDraftOf(action: AccountAction, taskIds: readonly string[]): UserActionDraft {
  return { action, taskIds: [...taskIds], note: '' };
}

export function readUserDraft(kept: unknown): UserActionDraft | undefined {
  const parsed = v.safeParse(schema, kept);
  return parsed.success ? parsed.output : undefined;
}
