import * as v from 'valibot';
import { problemKinds } from '../../lib/problem.ts';
import { redact, redactSecrets } from '../../lib/redact.ts';
import { waitCauses } from '../../lib/timed-wait.ts';
import type { RunEvent } from '../model/reducer.ts';
import { leftOuts, outcomes, phases, type Run, runStates } from '../model/run.ts';

/** The shape of what this version writes. A later shape gets the next number, and a way from this one to it. */
export const schemaVersion = 1;

const text = v.string();

/** The farthest time from 1970, in ms, that a Date can hold: no page can show another. */
const farthest = 8.64e15;
const instant = v.pipe(v.number(), v.integer(), v.minValue(-farthest), v.maxValue(farthest));
/** Whole, and not before that time: a spent budget comes to fractions of a ms. */
const waitEnd = v.pipe(v.number(), v.transform(Math.ceil), instant);
/** A time as text, which pages and schedules reckon with. */
const moment = v.pipe(
  text,
  v.check((value) => !Number.isNaN(Date.parse(value))),
);

const problem = v.object({
  kind: v.picklist(problemKinds),
  title: text,
  advice: text,
  status: v.exactOptional(v.number()),
  code: v.exactOptional(text),
  requestId: v.exactOptional(text),
  clientRequestId: v.exactOptional(text),
  date: v.exactOptional(text),
  retryAt: v.exactOptional(waitEnd),
  scopes: v.exactOptional(v.array(text)),
});
const phase = v.picklist(phases);
const outcome = v.nullable(v.picklist(outcomes));
const item = v.object({
  id: text,
  name: text,
  detail: text,
  before: text,
  reviewed: v.record(text, text),
  fingerprint: text,
  pre: text,
  after: text,
  phase,
  outcome,
  reason: text,
  left: v.nullable(v.picklist(leftOuts)),
  isFinal: v.boolean(),
  undo: text,
  incident: text,
});
const answered = {
  requestId: v.exactOptional(text),
  status: v.exactOptional(v.number()),
  code: v.exactOptional(text),
  doubt: v.exactOptional(text),
};
const attempt = v.object({
  clientRequestId: text,
  ids: v.array(text),
  sentAt: moment,
  endedAt: v.exactOptional(moment),
  ...answered,
});
const run = v.object({
  id: text,
  title: text,
  note: text,
  follows: v.nullable(text),
  tenantId: text,
  accountKey: text,
  startedAt: instant,
  endedAt: v.nullable(instant),
  state: v.picklist(runStates),
  waitingUntil: v.nullable(waitEnd),
  waitingBecause: v.exactOptional(v.picklist(waitCauses)),
  pausedBecause: v.nullable(problem),
  cancelled: v.boolean(),
  steps: v.array(
    v.object({
      id: text,
      targetId: text,
      targetName: text,
      // What the parts mean, and whether they are sound, its action says.
      intent: v.objectWithRest({ kind: text }, v.nullable(v.union([text, v.number()]))),
      items: v.array(item),
      attempts: v.array(attempt),
      problem: v.nullable(problem),
    }),
  ),
});
const result = v.object({
  id: text,
  phase,
  outcome,
  reason: v.exactOptional(text),
  left: v.exactOptional(v.picklist(leftOuts)),
  isFinal: v.exactOptional(v.boolean()),
  after: v.exactOptional(text),
  pre: v.exactOptional(text),
  name: v.exactOptional(text),
  detail: v.exactOptional(text),
});
const event = v.variant('kind', [
  v.object({ kind: v.literal('items'), stepId: text, results: v.array(result) }),
  v.object({ kind: v.literal('sending'), stepId: text, attempt }),
  v.object({
    kind: v.literal('answered'),
    stepId: text,
    clientRequestId: text,
    end: v.object({ endedAt: moment, ...answered }),
  }),
  v.object({ kind: v.literal('problem'), stepId: text, problem: v.nullable(problem) }),
  v.object({
    kind: v.literal('waiting'),
    until: v.nullable(waitEnd),
    because: v.exactOptional(v.picklist(waitCauses)),
  }),
  v.object({ kind: v.literal('paused'), because: problem }),
  v.object({ kind: v.literal('state'), state: v.picklist(['running', 'settling', 'done']), at: instant }),
  v.object({ kind: v.literal('cancelled') }),
]);

/**
 * Ids and stamps are compared, so they are kept as they are; so is what this app itself made. An intent is carried out
 * again by Retry, Resume and Undo: a text that was changed here would be sent changed.
 */
const exact: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'stepId',
  'targetId',
  'tenantId',
  'accountKey',
  'clientRequestId',
  'requestId',
  'kind',
  'phase',
  'outcome',
  'left',
  'follows',
  'state',
  'before',
  'fingerprint',
  'pre',
  'after',
  'incident',
  'scopes',
  'intent',
]);

/** Codes are Graph's own, of any length; what it says in words was cut to as much. */
const longestCode = 300;

/** What targets are called, users included: the history says what was done to whom. A title is made of such names. */
const naming: ReadonlySet<string> = new Set(['name', 'detail', 'undo', 'targetName', 'reviewed', 'runTitle']);

function keepText(name: string, value: string): string {
  if (exact.has(name)) return value;
  if (naming.has(name)) return redactSecrets(value);
  const clean = redact(value);
  // Of one length when it is cut again: what was read is written again, too.
  return name === 'code' && clean.length > longestCode ? `${clean.slice(0, longestCode - 1)}…` : clean;
}

/** Fresh copies, in which texts hold no secret, and name nobody but the targets. */
function withoutSecrets(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return keepText(name, value);
  if (Array.isArray(value)) return value.map((entry) => withoutSecrets(entry, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // What the service said, word by word, and challenges are for the moment, not for the record.
      .filter(([key]) => key !== 'raw' && key !== 'claims')
      .map(([key, inner]) => [key, withoutSecrets(inner, roleOf(key, value, name))]),
  );
}

/**
 * By what a text is kept: its own name; but a run's title is not a problem's, and facts that were reviewed name the
 * target, and parts of an intent are one with it.
 */
function roleOf(key: string, owner: object, ownerName: string): string {
  if (ownerName === 'reviewed' || ownerName === 'intent') return ownerName;
  return key === 'title' && 'steps' in owner ? 'runTitle' : key;
}

/** What is written of a run or of an event. */
export function toRecord(value: Run | RunEvent): unknown {
  return withoutSecrets(value);
}

/** @returns undefined for a record that is damaged, or of another version than the one named */
export function readRun(record: unknown): Run | undefined {
  const parsed = v.safeParse(run, record);
  return parsed.success ? parsed.output : undefined;
}

/** @returns undefined for a record that is damaged */
export function readEvent(record: unknown): RunEvent | undefined {
  const parsed = v.safeParse(event, record);
  return parsed.success ? parsed.output : undefined;
}
