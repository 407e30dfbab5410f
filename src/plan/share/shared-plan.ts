import * as v from 'valibot';
import type { Instant } from '../../lib/instant.ts';
import { ProblemError } from '../../lib/problem.ts';
import { showHidden } from '../../lib/visible-text.ts';
import type { StagedChange } from '../staged/staged-change.ts';
import { mostChanges, readChanges } from '../staged/staged-schema.ts';

const format = 'actiondesk-plan';
const version = 1;

/** In bytes. More than the most changes that a plan holds. */
export const largestPlan = 16 * 1_048_576;

/** A plan as one person hands it to another. */
export interface SharedPlan {
  readonly tenantId: string;
  /** The user name of who made it, as that browser had it: no proof. */
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changes: readonly StagedChange[];
}

const longestText = 512;
const shortText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestText));

const schema = v.strictObject({
  format: v.literal(format),
  version: v.literal(version),
  tenantId: shortText,
  madeBy: shortText,
  madeAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  changes: v.array(v.unknown()),
  digest: v.string(),
});

/** A plan as text, for a file or a link. */
export async function writeSharedPlan(plan: SharedPlan): Promise<string> {
  const { tenantId, madeBy, madeAt, changes } = plan;
  const shared = { tenantId, madeBy, madeAt, changes };
  return `${JSON.stringify({ format, version, ...shared, digest: await digestOf(shared) }, null, 1)}\n`;
}

/**
 * Reads a plan that someone opened. All of it must be as it was written: a change that can't be read is not left out.
 *
 * @param tenantId where the person is signed in
 * @throws ProblemError that says why the plan is refused
 */
export async function readSharedPlan(text: string, tenantId: string): Promise<SharedPlan> {
  const stored = parse(text);
  const read = v.safeParse(schema, stored);
  if (!read.success) throw isOtherVersion(stored) ? refusal(...otherVersion) : refusal(...noPlan);
  const { digest, format: _, version: __, ...shared } = read.output;
  // The digest keeps a plan from being changed by accident or by hand; it is no signature.
  if (digest !== (await digestOf(shared))) throw refusal(...changed);
  if (shared.tenantId.toLowerCase() !== tenantId.toLowerCase()) {
    throw refusal(
      'This plan is for another tenant',
      `It’s for the tenant ${showHidden(shared.tenantId)}. You’re signed in to ${tenantId}. Nothing was added.`,
    );
  }
  if (shared.changes.length > mostChanges) throw refusal(...tooMany);
  const { changes, unreadable } = readChanges(shared.changes);
  if (unreadable > 0 || changes.length === 0) throw refusal(...otherVersion);
  return { ...shared, changes };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOtherVersion(stored: unknown): boolean {
  const read = v.safeParse(v.object({ format: v.literal(format), version: v.number() }), stored);
  return read.success && read.output.version !== version;
}

const noPlan = [
  'This isn’t a plan of Actiondesk',
  'Open a file that “Export plan” saved, or a whole link that “Copy link” copied.',
] as const;

const changed = [
  'This plan was changed after it was shared',
  'Nothing was added. Ask for the plan again.',
] as const;

const otherVersion = [
  'This version of Actiondesk can’t read all of this plan',
  'It was made by another version, or changed. Nothing was added.',
] as const;

const tooMany = [
  'This plan has too many changes',
  `A plan holds at most ${mostChanges} changes. Nothing was added.`,
] as const;

function refusal(title: string, advice: string): ProblemError {
  return new ProblemError({ kind: 'badInput', title, advice });
}

async function digestOf({
  tenantId,
  madeBy,
  madeAt,
  changes,
}: Omit<SharedPlan, 'changes'> & { readonly changes: readonly unknown[] }): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([format, version, tenantId, madeBy, madeAt, changes]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
