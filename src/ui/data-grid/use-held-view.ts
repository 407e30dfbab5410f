import { useEffect, useMemo, useState } from 'react';
import { type Answer, forgetChanges, heldView, holdOrder, renewOrder } from './hold-order.ts';
import type { Group, Hold, RowView } from './row-model.ts';

/** How long changed cells stay marked, in ms. */
const markedFor = 60_000;

/**
 * Keeps rows where they are from the moment that all were loaded, or that a person looks at them. Another question
 * orders them, and so does `renew`; a page that is left and opened again starts afresh.
 *
 * @param props.question what is asked of the rows, in text
 */
export function useHeldView<Row>(
  rows: readonly Row[],
  order: Uint32Array,
  {
    asked,
    among,
    question,
    hold,
    groupBy,
  }: {
    asked: string;
    among: string;
    question: string;
    hold: Hold<Row> | undefined;
    groupBy: ((row: Row) => Group) | undefined;
  },
): RowView<Row> {
  const { rowId, isComplete = false, isLoading = false, marksChanges = true, keepsGone = true } = hold ?? {};
  const answer = useMemo((): Answer<Row> => ({ rows, order }), [rows, order]);
  const [shown, setShown] = useState(() => ({ held: renewOrder(answer), question }));
  const [isKept, setKept] = useState(false);
  let { held } = shown;
  if (held.answer !== answer || shown.question !== question) {
    held =
      rowId && isKept && isComplete && shown.question === question
        ? holdOrder(held, answer, { rowId, groupBy, marksChanges, keepsGone })
        : renewOrder(answer);
    setShown({ held, question });
  }
  const keeps = isComplete && (isKept || !isLoading);
  if (keeps !== isKept) setKept(keeps);

  const { was } = held;
  // A change is news for a while only.
  useEffect(() => {
    if (was.length === 0) return;
    const timer = setTimeout(() => setShown((now) => ({ ...now, held: forgetChanges(now.held) })), markedFor);
    return () => clearTimeout(timer);
  }, [was]);

  return useMemo(
    () =>
      heldView(held, {
        asked,
        among,
        renew: () => setShown({ held: renewOrder(answer), question }),
        keep: () => setKept(isComplete),
      }),
    [held, asked, among, answer, question, isComplete],
  );
}
