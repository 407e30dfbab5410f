import { heldView, renewOrder } from './hold-order.ts';
import type { RowView } from './row-model.ts';

/** For tests: the rows of these indices, in this order. */
export function viewOf<Row>(rows: readonly Row[], order: readonly number[]): RowView<Row> {
  const held = renewOrder({ rows, order: Uint32Array.from(order) });
  return heldView(held, { asked: '', among: '', renew: () => undefined, keep: () => undefined });
}
