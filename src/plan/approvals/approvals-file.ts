import { toIso } from '../../lib/instant.ts';
import type { Freeze } from '../../resources/driver-updates/freeze.ts';
import { type Approval, type ApprovedProfile, approvalsOf, inNameOrder } from './approval.ts';

/** What tells the file from others, in its member `kind`. */
export const approvalsKind = 'actiondesk.approvals';
export const approvalsVersion = 1;

/** What a spreadsheet would take for the beginning of a formula. */
export const formula = /^[=+\-@\t\r\0＝＋－＠]/;

/** The columns of the CSV, named as Graph names the properties. */
export const csvColumns = [
  'profileId',
  'profileName',
  'driverId',
  'name',
  'version',
  'manufacturer',
  'driverClass',
  'approvalStatus',
  'deployDateTime',
] as const satisfies readonly (keyof Approval)[];

/**
 * All profiles with their approvals as JSON. The same state gives the same text, so that two files can be compared line by
 * line. Properties have the names that Graph gives them; a profile whose drivers are not known has no `driverInventories`.
 */
export function approvalsToJson(
  profiles: readonly ApprovedProfile[],
  { tenantId, freezes }: { readonly tenantId: string; readonly freezes: readonly Freeze[] },
): string {
  const file = {
    kind: approvalsKind,
    version: approvalsVersion,
    tenantId,
    profiles: inNameOrder(profiles).map(({ profile, drivers }) => ({
      id: profile.id,
      displayName: profile.displayName,
      approvalType: profile.approvalType,
      deploymentDeferralInDays: profile.deploymentDeferralInDays,
      ...(drivers && { driverInventories: approvalsOf([{ profile, drivers }]).map(toProperties) }),
    })),
    freezes,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function toProperties(approval: Approval) {
  return {
    id: approval.driverId,
    name: approval.name,
    version: approval.version,
    manufacturer: approval.manufacturer,
    driverClass: approval.driverClass,
    approvalStatus: approval.approvalStatus,
    deployDateTime: approval.deployDateTime === null ? null : toIso(approval.deployDateTime),
  };
}

/**
 * The same as CSV, one line for each driver in each profile. RFC 4180, UTF-8 with a byte order mark (Excel reads it as
 * UTF-8 then), and nothing that a spreadsheet would take for a formula.
 */
export async function approvalsToCsv(profiles: readonly ApprovedProfile[]): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const rows = approvalsOf(profiles).map((approval) => ({
    ...approval,
    deployDateTime: approval.deployDateTime === null ? '' : toIso(approval.deployDateTime),
  }));
  const csv = Papa.unparse(rows, {
    columns: [...csvColumns],
    quotes: true,
    newline: '\r\n',
    escapeFormulae: formula,
  });
  return `\uFEFF${csv}\r\n`;
}
