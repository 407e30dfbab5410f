import { isSameIntent } from '../runs/action.ts';
import type { Plan } from '../runs/model/run.ts';
import type { Preview } from '../runs/sending/preview.ts';
import type { Person } from './action.ts';
import { actionOf } from './all.ts';
import type { Review } from './review.ts';

/** More numbers than these fit on no line of a dialog. */
const mostNumbers = 3;

/** What the dialog says of a plan that follows from a run: each of its actions says its part. */
export function reviewPlan({ targets }: Plan, seen: Preview['seen'], person: Person): Review {
  const parts = seen.map((part) => {
    const own = targets.filter(({ intent }) => isSameIntent(intent, part.intent));
    return actionOf(part.intent).review(part.intent, own, part.seen, person);
  });
  return {
    numbers: parts.flatMap(({ numbers }) => numbers).slice(0, mostNumbers),
    summary: parts
      .map(({ summary }) => summary)
      .filter(Boolean)
      .join(' '),
    consequences: unique(parts.flatMap(({ consequences }) => consequences)),
    warnings: unique(parts.flatMap(({ warnings }) => warnings)),
    whyType: unique(parts.flatMap(({ whyType }) => whyType)),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
