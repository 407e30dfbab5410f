/** A column of a table in which few values come often: each of them once, and for each row the place of its value. */
export interface PackedColumn<Value> {
  readonly values: Value[];
  readonly at: Places;
}

/** As narrow as the number of values allows. */
export type Places = Uint8Array | Uint16Array | Uint32Array;

/** A column that is being filled, row by row. */
export interface ColumnPacker<Value> {
  add(value: Value): void;
  pack(): PackedColumn<Value>;
}

export function createColumnPacker<Value>(): ColumnPacker<Value> {
  const places = new Map<Value, number>();
  const at: number[] = [];
  return {
    add(value) {
      let place = places.get(value);
      if (place === undefined) {
        place = places.size;
        places.set(value, place);
      }
      at.push(place);
    },
    pack: () => ({ values: [...places.keys()], at: narrow(at, places.size) }),
  };
}

/** @param count how many values the places are of */
export function narrow(at: readonly number[], count: number): Places {
  if (count <= 0x100) return new Uint8Array(at);
  return count <= 0x1_0000 ? new Uint16Array(at) : new Uint32Array(at);
}

/** Whether a column is as it was packed: one of its values for each of so many rows. */
export function isWhole({ values, at }: PackedColumn<unknown>, rows: number): boolean {
  return at.length === rows && at.every((place) => place < values.length);
}
