import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutLines } from './grid-lines.ts';
import {
  forgetChanges,
  type HeldOrder,
  heldView,
  holdOrder,
  longestRising,
  renewOrder,
} from './hold-order.ts';
import { matchingRows, type RowView } from './row-model.ts';
import { selectionState, selectMatching } from './selection.ts';

interface Task {
  readonly id: string;
  readonly status: string;
  readonly incident?: string;
}

const rowId = ({ id }: Task) => id;
const byIncident = ({ incident = '' }: Task) => ({ id: incident, label: incident });

/** The rows that pass, by status. */
function answerOf(rows: readonly Task[], passes: (task: Task) => boolean = () => true) {
  const indices = rows.map((_, index) => index).filter((index) => passes(rows[index] as Task));
  const key = (index: number) => `${rows[index]?.incident ?? ''} ${rows[index]?.status} `;
  return {
    rows,
    order: Uint32Array.from(indices.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b))),
  };
}

function viewOf(held: HeldOrder<Task>): RowView<Task> {
  return heldView(held, { asked: '', among: '', renew: () => undefined, keep: () => undefined });
}

/** Each line as a person sees it: "b done", "c open (gone)". */
function linesOf(held: HeldOrder<Task>): string[] {
  const view = viewOf(held);
  return Array.from({ length: view.shown }, (_, position) => {
    const { id, status } = view.at(position);
    const mark = view.markAt(position);
    return mark ? `${id} ${status} (${mark})` : `${id} ${status}`;
  });
}

const options = { rowId, marksChanges: true, keepsGone: true };
const isOpen = ({ status }: Task) => status === 'open';
const before: readonly Task[] = [
  { id: 'a', status: 'open' },
  { id: 'b', status: 'done' },
  { id: 'c', status: 'open' },
];

describe('holdOrder', () => {
  it('shows a changed row on its line, and says how many rows another order would move', () => {
    const held = renewOrder(answerOf(before));
    expect(linesOf(held)).toEqual(['b done', 'a open', 'c open']);
    const next = holdOrder(held, answerOf([{ id: 'a', status: 'zzz' }, ...before.slice(1)]), options);
    expect(linesOf(next)).toEqual(['b done', 'a zzz', 'c open']);
    expect(next.changed).toBe(1);
    expect(linesOf(renewOrder(next.answer))).toEqual(['b done', 'c open', 'a zzz']);
  });

  it('counts nothing where the order would stay', () => {
    const held = renewOrder(answerOf(before));
    expect(holdOrder(held, answerOf(before.map((task) => ({ ...task }))), options).changed).toBe(0);
  });

  it('keeps a row that no longer matches on its line, and marks it until it matches again', () => {
    const held = renewOrder(answerOf(before, isOpen));
    const done = holdOrder(
      held,
      answerOf([{ id: 'a', status: 'done' }, ...before.slice(1)], isOpen),
      options,
    );
    expect(linesOf(done)).toEqual(['a done (unmatched)', 'c open']);
    expect([done.changed, viewOf(done).matching]).toEqual([1, 1]);
    expect([...matchingRows(viewOf(done))].map(rowId)).toEqual(['c']);
    const open = holdOrder(done, answerOf(before, isOpen), options);
    expect(linesOf(open)).toEqual(['a open', 'c open']);
    expect(open.changed).toBe(0);
  });

  it('keeps a row that is no longer listed as it was, and takes it back when it is', () => {
    const held = renewOrder(answerOf(before));
    const gone = holdOrder(held, answerOf(before.slice(1)), options);
    expect(linesOf(gone)).toEqual(['b done', 'a open (gone)', 'c open']);
    expect([gone.changed, viewOf(gone).total, viewOf(gone).matching]).toEqual([1, 2, 2]);
    expect([...matchingRows(viewOf(gone))].map(rowId)).toEqual(['b', 'c']);
    const still = holdOrder(gone, answerOf(before.slice(1)), options);
    expect(linesOf(still)).toEqual(linesOf(gone));
    expect(linesOf(holdOrder(still, answerOf(before), options))).toEqual(['b done', 'a open', 'c open']);
  });

  it('drops what is no longer listed where rows are deleted by the person who looks at them', () => {
    const held = renewOrder(answerOf(before));
    const next = holdOrder(held, answerOf(before.slice(1)), { ...options, keepsGone: false });
    expect(linesOf(next)).toEqual(['b done', 'c open']);
    expect(next.changed).toBe(0);
  });

  it('puts rows that came later below all others, wherever the order would have them', () => {
    const held = renewOrder(answerOf(before));
    const later = [{ id: 'n', status: 'done' }, ...before];
    const once = holdOrder(held, answerOf(later), options);
    expect(linesOf(once)).toEqual(['b done', 'a open', 'c open', 'n done (new)']);
    expect(once.changed).toBe(1);
    const twice = holdOrder(once, answerOf([{ id: 'm', status: 'aaa' }, ...later]), options);
    expect(linesOf(twice).slice(3)).toEqual(['n done (new)', 'm aaa (new)']);
    // A row that a filter hid matches now: for the list, it came later as well.
    const open = holdOrder(renewOrder(answerOf(before, isOpen)), answerOf(before), options);
    expect(linesOf(open)).toEqual(['a open', 'c open', 'b done (new)']);
  });

  it('remembers how changed rows were, until that is forgotten', () => {
    const held = renewOrder(answerOf(before));
    const next = holdOrder(held, answerOf([{ id: 'a', status: 'done' }, ...before.slice(1)]), options);
    expect([0, 1, 2].map((position) => viewOf(next).wasAt(position)?.status)).toEqual([
      undefined,
      'open',
      undefined,
    ]);
    const again = holdOrder(next, answerOf([{ id: 'a', status: 'failed' }, ...before.slice(1)]), options);
    expect(viewOf(again).wasAt(1)?.status).toBe('open');
    expect(viewOf(forgetChanges(again)).wasAt(1)).toBeUndefined();
    const unmarked = holdOrder(held, next.answer, { ...options, marksChanges: false });
    expect(unmarked.was).toEqual([]);
  });

  it('shows later rows of any group under a header of their own, and moves no line of a group', () => {
    const grouped = { ...options, groupBy: byIncident };
    const rows = [
      { id: 'a', status: 'open', incident: '1' },
      { id: 'b', status: 'open', incident: '2' },
    ];
    const held = renewOrder(answerOf(rows));
    const later = answerOf([...rows, { id: 'n', status: 'open', incident: '1' }]);
    const headersOf = (order: HeldOrder<Task>) => {
      const view = viewOf(order);
      const lines = layOutLines(view, byIncident);
      return Array.from({ length: lines.count }, (_, line) => {
        const group = lines.groupAt(line);
        return group ? `${group.label}: ${group.size}` : view.at(lines.positionAt(line)).id;
      });
    };
    const next = holdOrder(held, later, grouped);
    expect(headersOf(next)).toEqual(['1: 1', 'a', '2: 1', 'b', 'Added: 1', 'n']);
    expect(headersOf(renewOrder(later))).toEqual(['1: 2', 'a', 'n', '2: 1', 'b']);
    // What changed its group has no line to keep.
    const moved = holdOrder(
      held,
      answerOf([{ ...rows[0], id: 'a', status: 'open', incident: '2' }, ...rows.slice(1)]),
      grouped,
    );
    expect(headersOf(moved)).toEqual(['2: 1', 'b', 'Added: 1', 'a']);
  });

  it('selects what matches now, and nothing that only keeps its line', () => {
    const held = renewOrder(answerOf(before, isOpen));
    const next = viewOf(
      holdOrder(
        held,
        answerOf(
          [
            { id: 'a', status: 'done' },
            { id: 'n', status: 'open' },
          ],
          isOpen,
        ),
        options,
      ),
    );
    const selection = selectMatching(next, new Set(['a']), { rowId }, true);
    expect([...selection]).toEqual(['a', 'n']);
    expect(selectionState(next, selection, { rowId })).toBe('all');
    expect(selectionState(next, new Set(['a']), { rowId })).toBe('none');
    expect([...selectMatching(next, selection, { rowId }, false)]).toEqual([]);
  });

  it('never moves a line, whatever rows do', () => {
    const tasks = fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...'abcdefghij'), status: fc.constantFrom('open', 'done') }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(fc.array(tasks, { minLength: 2, maxLength: 6 }), ([first = [], ...rest]) => {
        let held = renewOrder(answerOf(first, isOpen));
        for (const rows of rest) {
          const ids = idsOf(held);
          const answer = answerOf(rows, isOpen);
          held = holdOrder(held, answer, options);
          expect(idsOf(held).slice(0, ids.length)).toEqual(ids);
          const view = viewOf(held);
          const marked = (mark: string) => linesOf(held).filter((line) => line.endsWith(`(${mark})`)).length;
          expect(view.matching).toBe(view.shown - marked('gone') - marked('unmatched'));
          expect(held.changed === 0).toBe(linesOf(held).join() === linesOf(renewOrder(answer)).join());
        }
      }),
    );
  });
});

function idsOf(held: HeldOrder<Task>): string[] {
  const view = viewOf(held);
  return Array.from({ length: view.shown }, (_, position) => view.at(position).id);
}

describe('longestRising', () => {
  it.each([
    [[], 0],
    [[4], 1],
    [[0, 1, 2, 3], 4],
    [[3, 2, 1, 0], 1],
    [[1, 2, 3, 0, 4], 4],
    [[5, 0, 6, 1, 2, 7, 3], 4],
  ])('of %j is %i long', (numbers, length) => {
    expect(longestRising(Uint32Array.from(numbers))).toBe(length);
  });
});

it('takes a refresh of many rows about as long for each as a refresh of few', () => {
  const perRow = (count: number) => {
    const rows = Array.from({ length: count }, (_, index) => ({ id: `task ${index}`, status: '' }));
    const order = Uint32Array.from(rows.keys());
    // The worst there is: all changed, in another order, and the order asked for is turned round.
    const back = { rows: rows.map((row) => ({ ...row })).reverse(), order };
    const held = renewOrder({ rows, order });
    const times = Array.from({ length: 2 }, () => {
      const start = performance.now();
      holdOrder(held, back, options);
      return performance.now() - start;
    });
    return Math.min(...times) / count;
  };
  perRow(1_000);
  const few = perRow(1_000);
  // Were each row looked for among all others, it would be fifty.
  expect(perRow(50_000) / few).toBeLessThan(25);
});
