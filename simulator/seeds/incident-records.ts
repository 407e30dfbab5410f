import type { SecurityNamespace as Security } from '@microsoft/microsoft-graph-types-beta';
import type { IncidentSeed, ResponseActionRecord, TaskRecord, TaskSeed } from '../graph/defender.ts';
import type { AlertRecord, EvidenceRecord } from '../graph/evidence.ts';
import type { ActionScript, ActionType } from '../graph/response-actions.ts';
import { minute, toGraphTime, toTickTime } from '../tenants/clock.ts';
import { guidOf, hexOf } from './random.ts';

export interface IncidentSketch {
  readonly id: string;
  readonly title: string;
  readonly severity: Security.AlertSeverity;
  readonly status: Security.IncidentStatus;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly summary: string;
  readonly alerts: readonly (string | AlertSketch)[];
  readonly comment?: string;
  readonly customTags?: readonly string[];
  readonly assignedTo?: string | null;
  readonly refusesAlerts?: true;
}

/** An alert with more to it than its title. */
export interface AlertSketch {
  readonly title: string;
  /** Of MITRE ATT&CK. */
  readonly techniques: readonly string[];
  readonly category: string;
  readonly source?: Security.ServiceSource;
  readonly detection?: Security.DetectionSource;
  readonly product?: string;
  readonly severity?: Security.AlertSeverity;
  readonly threat?: string;
  readonly evidence?: readonly EvidenceRecord[];
  /** How long after the incident it came. */
  readonly afterMs?: number;
}

const experts = 'Defender Experts';

/**
 * An incident with everything the schema has. Its tenant and its address in the portal are filled in when it is sent.
 *
 * @param evidence of its first alert
 */
export function toIncident(sketch: IncidentSketch, evidence: readonly EvidenceRecord[] = []): IncidentSeed {
  const resolved = sketch.status === 'resolved';
  const created = toTickTime(sketch.createdAt);
  const changed = toTickTime(sketch.createdAt + 35 * minute);
  const record: IncidentSeed['record'] = {
    id: sketch.id,
    displayName: sketch.title,
    description: null,
    summary: sketch.summary,
    severity: sketch.severity,
    status: sketch.status,
    assignedTo: sketch.assignedTo === undefined ? (resolved ? null : 'Customer') : sketch.assignedTo,
    classification: 'truePositive',
    determination: 'multiStagedAttack',
    comments: sketch.comment
      ? [{ comment: sketch.comment, createdByDisplayName: experts, createdDateTime: changed }]
      : [],
    createdDateTime: created,
    lastUpdateDateTime: changed,
    lastModifiedBy: experts,
    incidentWebUrl: null,
    redirectIncidentId: null,
    resolvingComment: resolved ? 'All actions are done.' : null,
    recommendedActions: null,
    recommendedHuntingQueries: [],
    customTags: [...(sketch.customTags ?? [])],
    systemTags: [experts],
    tenantId: null,
  };
  const alerts = sketch.alerts.map((alert, index) =>
    toAlert(
      sketch,
      typeof alert === 'string' ? usualAlert(alert) : alert,
      index,
      index === 0 ? evidence : [],
    ),
  );
  return { record, alerts, ...(sketch.refusesAlerts && { refusesAlerts: true }) };
}

const usualAlert = (title: string): AlertSketch => ({
  title,
  techniques: ['T1059', 'T1021'],
  category: 'SuspiciousActivity',
});

function toAlert(
  sketch: IncidentSketch,
  alert: AlertSketch,
  index: number,
  more: readonly EvidenceRecord[],
): AlertRecord {
  const resolved = sketch.status === 'resolved';
  const created = toGraphTime(sketch.createdAt + (alert.afterMs ?? index * minute));
  const id = `da${hexOf(`${sketch.id} ${index}`).slice(0, 40)}_1`;
  return {
    id,
    providerAlertId: id.slice(2),
    incidentId: sketch.id,
    title: alert.title,
    description: `${alert.title}. See the evidence for what was involved.`,
    severity: alert.severity ?? sketch.severity,
    status: resolved ? 'resolved' : 'inProgress',
    classification: resolved ? 'truePositive' : null,
    determination: null,
    category: alert.category,
    serviceSource: alert.source ?? 'microsoftDefenderForEndpoint',
    detectionSource: alert.detection ?? 'microsoftDefenderForEndpoint',
    detectorId: hexOf(`detector ${alert.title}`).slice(0, 32),
    productName: alert.product ?? 'Microsoft Defender for Endpoint',
    mitreTechniques: [...alert.techniques],
    threatDisplayName: alert.threat ?? null,
    threatFamilyName: null,
    actorDisplayName: null,
    recommendedActions: null,
    createdDateTime: created,
    lastUpdateDateTime: created,
    firstActivityDateTime: created,
    lastActivityDateTime: created,
    resolvedDateTime: resolved ? created : null,
    assignedTo: null,
    comments: [],
    systemTags: [],
    alertPolicyId: null,
    additionalData: null,
    customDetails: null,
    evidence: [...(alert.evidence ?? []), ...more].map((one) => ({ ...one, createdDateTime: created })),
  };
}

export interface TaskSketch {
  readonly id: string;
  readonly incidentId: string;
  readonly actionType: ActionType;
  /** Device, file, person or message; empty for instructions and rules. */
  readonly target: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly status?: Security.IncidentTaskStatus;
  readonly actionStatus?: Security.IncidentTaskActionStatus;
  readonly title?: string;
  readonly description?: string;
  readonly source?: Security.IncidentTaskSource;
  readonly script?: ActionScript;
  /** The deprecated `responseAction` is left out altogether. */
  readonly withoutResponseAction?: boolean;
  /** Epoch ms of the last change; by default a minute after the creation. */
  readonly changedAt?: number;
}

const verbs: Readonly<Record<ActionType, string>> = {
  text: 'Follow the instructions',
  isolateDevice: 'Isolate device',
  stopAndQuarantineFile: 'Stop and quarantine file',
  runAntiVirusScan: 'Run antivirus scan on',
  collectInvestigationPackage: 'Collect investigation package from',
  restrictAppExecution: 'Restrict app execution on',
  submitIocRule: 'Submit indicator rule',
  forceUserPasswordReset: 'Force password reset for',
  disableUser: 'Disable user',
  markUserAsCompromised: 'Mark as compromised:',
  requireSignIn: 'Require sign-in of',
  hardDeleteEmail: 'Delete email for good:',
  softDeleteEmail: 'Move email to deleted items:',
  unIsolateDevice: 'Release from isolation:',
  unRestrictAppExecution: 'Remove app restriction from',
  enableUser: 'Enable user',
  unknownFutureValue: 'Act on',
};

/** The schema's type names, which do not all follow the action's: `AntiVirus` has a small v, `softDelete` no `Email`. */
const typeNames: Partial<Readonly<Record<ActionType, string>>> = {
  runAntiVirusScan: 'runAntivirusScan',
  softDeleteEmail: 'softDelete',
};

function toResponseAction(actionType: ActionType, target: string): ResponseActionRecord | null {
  if (actionType === 'text' || actionType === 'submitIocRule') return null;
  const name = typeNames[actionType] ?? actionType;
  return {
    '@odata.type': `#microsoft.graph.security.${name}IncidentTaskResponseAction`,
    identifierValue: target,
    ...(actionType === 'isolateDevice' ? { isolationType: 'full' } : {}),
    ...(actionType === 'stopAndQuarantineFile' ? { deviceId: guidOf(`device of ${target}`) } : {}),
  };
}

export function toTask(sketch: TaskSketch): TaskSeed {
  const { actionType, target, createdAt } = sketch;
  const title = sketch.title ?? `${verbs[actionType]} ${target}`.trim();
  const record: TaskRecord = {
    id: sketch.id,
    displayName: title,
    description: sketch.description ?? `${title}. The Defender Experts found this to be necessary.`,
    status: sketch.status ?? 'open',
    source: sketch.source ?? 'defenderExpertsGuidedResponse',
    actionType,
    actionStatus: sketch.actionStatus ?? 'notStarted',
    createdDateTime: toTickTime(createdAt),
    createdByDisplayName: experts,
    lastModifiedDateTime: toTickTime(sketch.changedAt ?? createdAt + minute),
    lastModifiedByDisplayName: experts,
    ...(sketch.withoutResponseAction ? {} : { responseAction: toResponseAction(actionType, target) }),
  };
  return { record, incidentId: sketch.incidentId, script: sketch.script ?? { ends: 'completed' } };
}
