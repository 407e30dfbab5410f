import { isSameIntent } from '../runs/action.ts';
import type { Plan } from '../runs/model/run.ts';
import type { Preview } from '../runs/sending/preview.ts';
import type { Person } from './action.ts';
import { actionOf } from './all.ts';
import type { Review } from './review.ts';

/** More numbers than these fit on no line of a dialog. */
const mostNumbers = 3;

/** What the dialog says of a plan that follows from a run, or was staged: each of its actions says its part. */
export function reviewPlan({ targets }: Plan, seen: Preview['seen'], person: Person): Review {
  const parts = seen.map((part) => {
    const action = actionOf(part.intent);
    const own = targets.filter(({ intent }) => isSameIntent(intent, part.intent));
    return { action, review: action.review(part.intent, own, part.seen, person) };
  });
  const reviews = parts.map(({ review }) => review);
  const actions = [...new Set(parts.map(({ action }) => action))];
  return {
    numbers: reviews.flatMap(({ numbers }) => numbers).slice(0, mostNumbers),
    summary: reviews
      .map(({ summary }) => summary)
      .filter(Boolean)
      .join(' '),
    consequences: unique(reviews.flatMap(({ consequences }) => consequences)),
    warnings: unique(reviews.flatMap(({ warnings }) => warnings)),
    whyType: unique(
      actions.flatMap((action) => {
        const own = targets.filter(({ intent }) => actionOf(intent) === action);
        const each = parts.filter((part) => part.action === action).flatMap(({ review }) => review.whyType);
        return action.whyType?.(own) ?? each;
      }),
    ),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
