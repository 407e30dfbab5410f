import * as v from 'valibot';
import { parseInstant } from '../../lib/instant.ts';
import { type Problem, ProblemError } from '../../lib/problem.ts';
import type { Approval } from './approval.ts';
import { approvalsKind, approvalsVersion, csvColumns, formula } from './approvals-file.ts';

/** Larger files are not opened: 90,000 approvals take half of it. In bytes. */
export const largestFile = 64 * 1_048_576;
/** As Graph bounds no name, this does. */
const longestText = 2_048;

const text = v.pipe(v.string(), v.maxLength(longestText));
const name = v.pipe(text, v.nonEmpty());
const date = v.pipe(
  v.nullish(text, null),
  v.check((value) => parseInstant(value) !== undefined),
  v.transform((value) => parseInstant(value) ?? null),
);

const driver = {
  name: v.optional(text, ''),
  version: v.optional(text, ''),
  manufacturer: v.optional(text, ''),
  driverClass: v.optional(text, ''),
  approvalStatus: name,
  deployDateTime: date,
};
const lineSchema = v.object({
  profileId: v.optional(text, ''),
  profileName: v.optional(text, ''),
  driverId: v.optional(text, ''),
  ...driver,
});
const profileSchema = v.object({
  id: v.optional(text, ''),
  displayName: v.optional(text, ''),
  driverInventories: v.optional(v.array(v.unknown()), []),
});
const inventorySchema = v.object({ id: v.optional(text, ''), ...driver });
const fileSchema = v.object({
  kind: v.literal(approvalsKind),
  version: v.literal(approvalsVersion),
  tenantId: v.optional(text, ''),
  profiles: v.array(v.unknown()),
});

/** What a file wants, and how many of its entries are none. */
export interface ReadApprovals {
  readonly approvals: readonly Approval[];
  readonly unreadable: number;
  /** The tenant that the file says it is of; '' where it doesn't say. */
  readonly tenantId: string;
}

/**
 * Reads approvals from JSON or CSV, as `approvals-file.ts` writes them or as a person has edited them. An entry that can't
 * be read is counted, and the others stand.
 *
 * @throws ProblemError `badInput` for a text that is neither
 */
export async function readApprovals(file: string): Promise<ReadApprovals> {
  const content = file.replace(/^\uFEFF/, '');
  return /^\s*[{[]/.test(content) ? readJson(content) : readCsv(content);
}

function readJson(content: string): ReadApprovals {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    throw new ProblemError(notApprovals('The file begins like JSON, and can’t be read as such.'));
  }
  const file = v.safeParse(fileSchema, parsed);
  if (!file.success) {
    throw new ProblemError(
      notApprovals(
        `A file of approvals has a kind of ${approvalsKind}, the version ${approvalsVersion}, and profiles.`,
      ),
    );
  }
  const approvals: Approval[] = [];
  let unreadable = 0;
  for (const entry of file.output.profiles) {
    const profile = v.safeParse(profileSchema, entry);
    if (!profile.success) {
      unreadable += 1;
      continue;
    }
    const { id: profileId, displayName: profileName, driverInventories } = profile.output;
    for (const inventory of driverInventories) {
      const read = v.safeParse(inventorySchema, inventory);
      if (read.success) {
        const { id: driverId, ...facts } = read.output;
        approvals.push({ profileId, profileName, driverId, ...facts });
      } else unreadable += 1;
    }
  }
  return { approvals, unreadable, tenantId: file.output.tenantId };
}

async function readCsv(content: string): Promise<ReadApprovals> {
  const { default: Papa } = await import('papaparse');
  const { data, meta } = Papa.parse<Record<string, unknown>>(content, { header: true, skipEmptyLines: true });
  const missing = ['approvalStatus', 'name'].filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0) {
    throw new ProblemError(
      notApprovals(
        `A CSV file of approvals has the columns ${csvColumns.join(', ')}. Missing: ${missing.join(', ')}.`,
      ),
    );
  }
  const approvals: Approval[] = [];
  let unreadable = 0;
  for (const line of data) {
    const cells = csvColumns.map((column) => [column, unescaped(line[column])] as const);
    const read = v.safeParse(lineSchema, Object.fromEntries(cells));
    if (read.success) approvals.push(read.output);
    else unreadable += 1;
  }
  return { approvals, unreadable, tenantId: '' };
}

/** Takes away what keeps a spreadsheet from reading a formula. */
function unescaped(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell;
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function notApprovals(advice: string): Problem {
  return { kind: 'badInput', title: 'This file holds no approvals', advice };
}
