import * as v from 'valibot';
import { actionOf } from '../../actions/all.ts';
import type { Intent } from '../../runs/model/run.ts';
import { changeKey, type StagedChange } from './staged-change.ts';

/** More than any desk stages, and few enough to be shown. */
export const mostChanges = 20_000;
const mostFacts = 40;
/** As Graph bounds no name, this does. */
const longestText = 2_048;
/** The groups of a profile are one text. */
const longestList = 65_536;
/** A note, or a reason: as long as the fields for them let them be. */
const longestRemark = 200;

const text = v.pipe(v.string(), v.maxLength(longestText));
const list = v.pipe(v.string(), v.maxLength(longestList));
const name = v.pipe(text, v.nonEmpty());
const remark = v.pipe(v.string(), v.maxLength(longestRemark));

/** But for the groups that were seen: those are a list. */
function areFactsShort({ groups: _list, ...facts }: Readonly<Record<string, string>>): boolean {
  return Object.values(facts).every((fact) => fact.length <= longestText);
}

const changeSchema = v.object({
  target: v.object({ id: name, name: text }),
  intent: v.objectWithRest({ kind: name }, v.nullable(v.union([list, v.number()]))),
  item: v.object({
    id: name,
    name: text,
    detail: text,
    before: list,
    reviewed: v.pipe(v.record(text, list), v.maxEntries(mostFacts), v.check(areFactsShort)),
    undo: v.exactOptional(text),
    incident: v.exactOptional(text),
  }),
  stagedAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  note: remark,
  freezeReason: remark,
});

/** The changes in what is stored, or what a person opened, and how many entries are none. */
export interface ReadChanges {
  readonly changes: readonly StagedChange[];
  readonly unreadable: number;
}

/**
 * Reads changes that may have been written by another version, or by hand: each into a fresh object, with an intent that an
 * action of this version takes. Of two changes of one item the later in the list stands.
 */
export function readChanges(stored: readonly unknown[]): ReadChanges {
  const changes = new Map<string, StagedChange>();
  let unreadable = 0;
  for (const entry of stored) {
    const change = readChange(entry);
    if (!change || changes.size >= mostChanges) unreadable += 1;
    else {
      const key = changeKey(change);
      changes.delete(key);
      changes.set(key, change);
    }
  }
  return { changes: [...changes.values()], unreadable };
}

function readChange(entry: unknown): StagedChange | undefined {
  const read = v.safeParse(changeSchema, entry);
  if (!read.success) return undefined;
  const intent: Intent = read.output.intent;
  // A plan from elsewhere must hold nothing that no dialog of this version would stage: a deletion, say.
  const change = { ...read.output, intent };
  return actionOf(intent).canBeStaged(change) ? change : undefined;
}
