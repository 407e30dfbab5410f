import * as v from 'valibot';
import { capText } from '../lib/problem.ts';
import { instantField, memberField, type SetAside } from './rows.ts';

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

const longestText = 4_000;
const mostInList = 100;

/** A text of evidence: missing, null or of another type is ''; a longer one than anybody reads is cut. */
const text = v.fallback(
  v.pipe(
    v.nullish(v.string(), ''),
    v.transform((given) => capText(given, longestText)),
  ),
  '',
);
const member = <Known extends string>(known: readonly Known[]) => v.fallback(memberField(known), '');
const instant = v.fallback(instantField, null);
const count = v.fallback(v.nullish(v.number(), null), null);

/** The texts of a list; what is no text is left out. */
const texts = v.pipe(
  v.fallback(v.nullish(v.array(v.unknown()), []), []),
  v.transform((all) =>
    all
      .filter((one) => typeof one === 'string')
      .slice(0, mostInList)
      .map((one) => capText(one, longestText)),
  ),
);

/** Parts of a piece of evidence that may be missing, null or of another shape, all of whose members are texts. */
const part = <Names extends string>(...names: readonly Names[]) => {
  const shape = Object.fromEntries(names.map((name) => [name, text])) as Record<Names, typeof text>;
  const schema = v.object(shape);
  return v.fallback(schema, v.parse(schema, {}));
};

const account = part(
  'accountName',
  'domainName',
  'displayName',
  'userPrincipalName',
  'azureAdUserId',
  'userSid',
);
const fileDetails = part('fileName', 'filePath', 'sha1', 'sha256', 'filePublisher', 'signer');
const sender = part('emailAddress', 'displayName');
const loggedOnUser = v.object({ accountName: text, domainName: text });

const loggedOnUsers = v.pipe(
  v.fallback(v.nullish(v.array(v.fallback(v.nullable(loggedOnUser), null)), []), []),
  v.transform((users) => users.filter((user) => user !== null).slice(0, mostInList)),
);

/** What every piece of evidence has: https://learn.microsoft.com/graph/api/resources/security-alertevidence */
const base = {
  createdDateTime: instant,
  verdict: member(verdicts),
  remediationStatus: member(remediationStatuses),
  remediationStatusDetails: text,
  roles: texts,
  detailedRoles: texts,
  tags: texts,
};

/** https://learn.microsoft.com/graph/api/resources/security-deviceevidence and its siblings */
const kinds = {
  device: v.object({
    ...base,
    kind: v.literal('device'),
    hostName: text,
    deviceDnsName: text,
    mdeDeviceId: text,
    azureAdDeviceId: text,
    osPlatform: text,
    version: text,
    riskScore: text,
    healthStatus: text,
    onboardingStatus: text,
    defenderAvStatus: text,
    lastIpAddress: text,
    loggedOnUsers,
  }),
  file: v.object({ ...base, kind: v.literal('file'), mdeDeviceId: text, detectionStatus: text, fileDetails }),
  process: v.object({
    ...base,
    kind: v.literal('process'),
    mdeDeviceId: text,
    detectionStatus: text,
    processCommandLine: text,
    processId: count,
    imageFile: fileDetails,
    userAccount: account,
  }),
  user: v.object({ ...base, kind: v.literal('user'), userAccount: account }),
  mailbox: v.object({
    ...base,
    kind: v.literal('mailbox'),
    primaryAddress: text,
    displayName: text,
    userAccount: account,
  }),
  analyzedMessage: v.object({
    ...base,
    kind: v.literal('analyzedMessage'),
    networkMessageId: text,
    internetMessageId: text,
    recipientEmailAddress: text,
    subject: text,
    p2Sender: sender,
    deliveryLocation: text,
    threats: texts,
  }),
  mailCluster: v.object({
    ...base,
    kind: v.literal('mailCluster'),
    clusterByValue: text,
    emailCount: count,
    networkMessageIds: texts,
  }),
  ip: v.object({ ...base, kind: v.literal('ip'), ipAddress: text, countryLetterCode: text }),
  url: v.object({ ...base, kind: v.literal('url'), url: text }),
  oauthApplication: v.object({
    ...base,
    kind: v.literal('oauthApplication'),
    appId: text,
    displayName: text,
    publisher: text,
  }),
  cloudApplication: v.object({
    ...base,
    kind: v.literal('cloudApplication'),
    appId: count,
    displayName: text,
  }),
  registryKey: v.object({
    ...base,
    kind: v.literal('registryKey'),
    registryHive: text,
    registryKey: text,
  }),
  registryValue: v.object({
    ...base,
    kind: v.literal('registryValue'),
    mdeDeviceId: text,
    registryHive: text,
    registryKey: text,
    registryValueName: text,
    registryValue: text,
  }),
  securityGroup: v.object({
    ...base,
    kind: v.literal('securityGroup'),
    displayName: text,
    securityGroupId: text,
  }),
} as const;

/** Of a kind that this version doesn't know: its type as Graph spells it, and what all evidence has. */
const otherSchema = v.object({ ...base, kind: v.literal('other'), type: v.string(), displayName: text });

export type EvidenceKind = keyof typeof kinds;
export type Evidence =
  | { [Kind in EvidenceKind]: v.InferOutput<(typeof kinds)[Kind]> }[EvidenceKind]
  | v.InferOutput<typeof otherSchema>;
/** The evidence of one kind: `EvidenceOf<'device'>`. */
export type EvidenceOf<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>;

const byType = new Map<string, EvidenceKind>(
  (Object.keys(kinds) as EvidenceKind[]).map((kind) => [`${kind}evidence`.toLowerCase(), kind]),
);

const typed = v.object({
  '@odata.type': v.pipe(v.string(), v.nonEmpty('is empty'), v.maxLength(200, 'is too long')),
});

/**
 * One piece of evidence as a fresh object, or why it can't be used: without a type nobody knows what it is. What is missing
 * or of another shape inside it is '' or null.
 */
export function readEvidence(entry: unknown): Evidence | SetAside {
  const parsed = v.safeParse(typed, entry);
  if (!parsed.success) return { id: undefined, reason: `evidence: ${parsed.issues[0].message}` };
  const type = parsed.output['@odata.type'].replace(/^#?microsoft\.graph\.security\./i, '');
  const kind = byType.get(type.toLowerCase());
  const given = { ...(entry as object), type, kind: kind ?? 'other' };
  // Every member has a fallback.
  return kind === undefined ? v.parse(otherSchema, given) : v.parse(kinds[kind], given);
}
