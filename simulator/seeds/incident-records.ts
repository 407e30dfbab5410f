import type { SecurityNamespace as Security } from '@microsoft/microsoft-graph-types-beta';
import type { IncidentSeed, ResponseActionRecord, TaskRecord, TaskSeed } from '../graph/defender.ts';
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
  readonly alerts: readonly string[];
  readonly comment?: string;
}

const experts = 'Defender Experts';

/** An incident with everything the schema has. Its tenant and its address in the portal are filled in when it is sent. */
export function toIncident(sketch: IncidentSketch): IncidentSeed {
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
    assignedTo: resolved ? null : 'Customer',
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
    customTags: [],
    systemTags: [experts],
    tenantId: null,
  };
  return { record, alerts: sketch.alerts.map((title, index) => toAlert(sketch, title, index)) };
}

function toAlert(sketch: IncidentSketch, title: string, index: number): Security.Alert {
  return {
    id: `da${hexOf(`${sketch.id} ${index}`).slice(0, 40)}_1`,
    title,
    severity: sketch.severity,
    status: sketch.status === 'resolved' ? 'resolved' : 'inProgress',
    category: 'SuspiciousActivity',
    serviceSource: 'microsoftDefenderForEndpoint',
    detectionSource: 'microsoftDefenderForEndpoint',
    productName: 'Microsoft Defender for Endpoint',
    alertWebUrl: null,
    mitreTechniques: ['T1059', 'T1021'],
    recommendedActions: null,
    createdDateTime: toGraphTime(sketch.createdAt + index * minute),
    assignedTo: null,
    incidentId: sketch.id,
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
    lastModifiedDateTime: toTickTime(createdAt + minute),
    lastModifiedByDisplayName: experts,
    ...(sketch.withoutResponseAction ? {} : { responseAction: toResponseAction(actionType, target) }),
  };
  return { record, incidentId: sketch.incidentId, script: sketch.script ?? { ends: 'completed' } };
}
