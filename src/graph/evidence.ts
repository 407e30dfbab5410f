import * as v from 'valibot';
import { capText } from '../lib/problem.ts';
import { listField, looseText, textsField } from './lists.ts';
import { instantField, memberField } from './rows.ts';

export const verdicts = ['unknown', 'suspicious', 'malicious', 'noThreatsFound'] as const;
export const remediationStatuses = [
  'none',
  'remediated',
  'prevented',
  'blocked',
  'notFound',
  'active',
  'pendingApproval',
  'declined',
  'unremediated',
  'running',
  'partiallyRemediated',
] as const;

/** What evidence of any kind has: https://learn.microsoft.com/graph/api/resources/security-alertevidence */
const base = {
  createdDateTime: v.fallback(instantField, null),
  verdict: v.fallback(memberField(verdicts), ''),
  remediationStatus: v.fallback(memberField(remediationStatuses), ''),
  remediationStatusDetails: looseText,
  roles: textsField(20),
  detailedRoles: textsField(20),
  tags: textsField(50),
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A part of a record, read as an empty one where it is something else. */
function partOf<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.nullish(v.unknown(), {}),
    v.transform((part) => (isRecord(part) ? part : {})),
    v.object(entries),
  );
}

const file = partOf({ fileName: looseText, filePath: looseText, sha1: looseText, sha256: looseText });
const account = partOf({
  displayName: looseText,
  userPrincipalName: looseText,
  azureAdUserId: looseText,
  userSid: looseText,
  accountName: looseText,
  domainName: looseText,
});

const loggedOnUsers = v.pipe(
  listField(v.object({ accountName: looseText, domainName: looseText }), 50),
  v.transform(({ items }) => items),
);

/** The kinds that the app knows by name, with what a task or a person tells them by. */
const known = v.variant('kind', [
  v.object({
    kind: v.literal('device'),
    ...base,
    hostName: looseText,
    deviceDnsName: looseText,
    mdeDeviceId: looseText,
    azureAdDeviceId: looseText,
    osPlatform: looseText,
    healthStatus: looseText,
    onboardingStatus: looseText,
    riskScore: looseText,
    loggedOnUsers,
  }),
  v.object({ kind: v.literal('user'), ...base, userAccount: account }),
  v.object({ kind: v.literal('file'), ...base, fileDetails: file, mdeDeviceId: looseText }),
  v.object({
    kind: v.literal('process'),
    ...base,
    imageFile: file,
    processCommandLine: looseText,
    mdeDeviceId: looseText,
  }),
  v.object({
    kind: v.literal('analyzedMessage'),
    ...base,
    networkMessageId: looseText,
    recipientEmailAddress: looseText,
    subject: looseText,
    p2Sender: partOf({ emailAddress: looseText, displayName: looseText }),
  }),
  v.object({
    kind: v.literal('mailCluster'),
    ...base,
    clusterByValue: looseText,
    networkMessageIds: textsField(200),
  }),
  v.object({ kind: v.literal('mailbox'), ...base, displayName: looseText, primaryAddress: looseText }),
  v.object({ kind: v.literal('ip'), ...base, ipAddress: looseText, countryLetterCode: looseText }),
  v.object({ kind: v.literal('url'), ...base, url: looseText }),
  v.object({ kind: v.literal('registryKey'), ...base, registryHive: looseText, registryKey: looseText }),
  v.object({
    kind: v.literal('registryValue'),
    ...base,
    registryHive: looseText,
    registryKey: looseText,
    registryValueName: looseText,
    registryValue: looseText,
  }),
  v.object({ kind: v.literal('cloudApplication'), ...base, displayName: looseText }),
  v.object({
    kind: v.literal('oauthApplication'),
    ...base,
    displayName: looseText,
    appId: looseText,
    publisher: looseText,
  }),
]);

/** Any other kind, by the name of its type. */
const other = v.object({ kind: v.literal('other'), type: v.string(), ...base });

export type Evidence = v.InferOutput<typeof known> | v.InferOutput<typeof other>;

/** The evidence of one kind: `EvidenceOf<'device'>`. */
export type EvidenceOf<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>;

const longestType = 200;

/** A piece of evidence. Its kind is told by `@odata.type`; one that nobody knows keeps its name and what all kinds have. */
export const evidenceSchema = v.pipe(
  v.custom<Record<string, unknown>>(isRecord),
  v.transform((record): Evidence => {
    const named = record['@odata.type'];
    const type = typeof named === 'string' ? named : '';
    const kind = /^#?microsoft\.graph\.security\.(\w+)Evidence$/.exec(type)?.[1];
    const parsed = v.safeParse(known, { ...record, kind });
    if (parsed.success) return parsed.output;
    return v.parse(other, { ...record, kind: 'other', type: capText(type, longestType) });
  }),
);
