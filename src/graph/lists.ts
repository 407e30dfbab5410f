import * as v from 'valibot';
import { textField } from './rows.ts';

/** A list inside of a resource: what of it can be used. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  /** How many entries are left out: of another shape, or beyond the most that are read. */
  readonly leftOut: number;
}

/**
 * Reads such a list, entry by entry, into fresh objects. An absent list is an empty one. Anything but a list counts as one
 * entry that is left out: the resource around it is of use without it.
 *
 * @param most entries are looked at
 */
export function listField<Schema extends v.GenericSchema>(schema: Schema, most: number) {
  return v.pipe(
    v.nullish(v.unknown(), []),
    v.transform((list) => listOf(schema, most, list)),
  );
}

/** The same for a list that decides what is sent: an absent one is no empty one, and counts as left out too. */
export function decisiveListField<Schema extends v.GenericSchema>(schema: Schema, most: number) {
  return v.pipe(
    v.nullish(v.unknown(), null),
    v.transform((list) => listOf(schema, most, list)),
  );
}

function listOf<Schema extends v.GenericSchema>(
  schema: Schema,
  most: number,
  list: unknown,
): Listed<v.InferOutput<Schema>> {
  if (!Array.isArray(list)) return { items: [], leftOut: 1 };
  const items = list.slice(0, most).flatMap((entry: unknown) => {
    const parsed = v.safeParse(schema, entry);
    return parsed.success ? [parsed.output] : [];
  });
  return { items, leftOut: list.length - items.length };
}

/** A text where anything else is as good as none: ''. */
export const looseText = v.fallback(textField, '');

/** The texts of a list, up to `most` of them; what is no text is left out. */
export function textsField(most: number) {
  return v.pipe(
    listField(v.string(), most),
    v.transform(({ items }) => items),
  );
}
