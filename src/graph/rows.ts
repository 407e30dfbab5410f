import * as v from 'valibot';
import { type Instant, parseInstant } from '../lib/instant.ts';
import { type Member, readMember } from '../lib/members.ts';
import { capText, ProblemError } from '../lib/problem.ts';

/** A row that does not have the shape Microsoft documents: shown apart, so that the rest can be used. */
export interface SetAside {
  readonly id: string | undefined;
  /** Which property, and what is wrong with it. */
  readonly reason: string;
}

/** The part of a collection that has been read. */
export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly setAside: readonly SetAside[];
  /** The last page was read: nothing more comes. */
  readonly isComplete: boolean;
}

export const noRows: Rows<never> = { rows: [], setAside: [], isComplete: false };

const longestId = 512;

/** An id that can be a part of a URL and a key of a row. */
export const idField = v.pipe(v.string(), v.nonEmpty('is empty'), v.maxLength(longestId, 'is too long'));

/** A text that Graph may leave out or set to null: '' then. */
export const textField = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((text) => text ?? ''),
);

/** A count; null when Graph has none. */
export const countField = v.pipe(
  v.nullish(v.number(), null),
  v.transform((count) => count ?? null),
);

/** A date; null for "not set". */
export const instantField = v.pipe(
  v.nullish(v.string(), null),
  v.rawTransform(({ dataset, addIssue, NEVER }): Instant | null => {
    const instant = parseInstant(dataset.value);
    if (instant === undefined) {
      addIssue({ message: 'is not a date' });
      return NEVER;
    }
    return instant;
  }),
);

/** An enum member: known ones in their canonical spelling, others as they came. */
export function memberField<Known extends string>(known: readonly Known[]) {
  return v.pipe(
    v.string(),
    v.transform((text): Member<Known> => readMember(known, text)),
  );
}

/**
 * Validates rows one by one into fresh objects. An id that comes twice counts once: the later row wins, in the place
 * of the earlier.
 */
export function readRows<Schema extends v.GenericSchema<unknown, { readonly id: string }>>(
  schema: Schema,
  page: readonly unknown[],
  before: Rows<v.InferOutput<Schema>> = noRows,
): Rows<v.InferOutput<Schema>> {
  const byId = new Map(before.rows.map((row) => [row.id, row]));
  const setAside = [...before.setAside];
  for (const entry of page) {
    const parsed = v.safeParse(schema, entry);
    if (parsed.success) byId.set(parsed.output.id, parsed.output);
    else setAside.push(asideOf(entry, parsed.issues[0]));
  }
  return { rows: [...byId.values()], setAside, isComplete: false };
}

function asideOf(entry: unknown, issue: v.BaseIssue<unknown>): SetAside {
  const id =
    typeof entry === 'object' && entry !== null
      ? Object.getOwnPropertyDescriptor(entry, 'id')?.value
      : undefined;
  return {
    // In full, up to the length of a valid id, so that the row can be found by it.
    id: typeof id === 'string' ? capText(id, longestId) : undefined,
    reason: capText(`${v.getDotPath(issue) ?? 'row'}: ${issue.message}`, 200),
  };
}

/**
 * Validates a single resource.
 *
 * @throws ProblemError `untrusted` when it does not have the shape Microsoft documents
 */
export function readOne<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const { reason } = asideOf(body, parsed.issues[0]);
  throw new ProblemError({
    kind: 'untrusted',
    title: 'Unexpected data from Microsoft Graph',
    advice:
      'The lists still work. Refresh. If it keeps happening, send the details to your Actiondesk admin.',
    raw: reason,
  });
}
