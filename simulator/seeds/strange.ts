import type { DefenderSeed } from '../graph/defender.ts';
import type { Override } from '../graph/overrides.ts';
import type { ActionType } from '../graph/response-actions.ts';
import { hour, minute } from '../tenants/clock.ts';
import { deviceOf, fileOf, ipOf, userOf } from './evidence.ts';
import { type IncidentSketch, toIncident, toTask } from './incident-records.ts';
import { hexOf } from './random.ts';
import { hybridUser } from './users.ts';

/** Incident tasks and incidents as no documentation has them, in one page of 500. What is broken is an override. */

/** A task of it is there; itself it is gone. */
export const goneIncident = '5200099';
/** Its alerts are refused; its tasks are not. */
export const refusingIncident = '5200002';
/** Its title has 10,000 characters, its description markup and Markdown. */
export const longIncident = '5200003';
/** Evidence of a kind, with a verdict and a status that nobody knows, and evidence that is none. */
export const foreignEvidenceIncident = '5200004';
/** Its comments hold one of 30,000 characters, one of another shape, and one with markup. */
export const commentedIncident = '5200005';
/** Status, severity, classification and determination that nobody knows. */
export const unknownIncident = '5200007';
/** Was merged into another one. */
export const redirectedIncident = '5200008';

const taskCount = 500;
const firstTask = 800_000;
export const brokenTasks = [`${firstTask + 7}`, `${firstTask + 120}`, `${firstTask + 333}`] as const;

const markup =
  '<img src=x onerror=alert(1)><script>alert(2)</script>\n\n# Heading\n\n- **bold** and [a link](javascript:alert(3))\n- `code`\n\n| a | b |\n| - | - |\n| 1 | 2 |';

const usual = (number: number): IncidentSketch => ({
  id: `${5_200_000 + number}`,
  title: `Suspicious activity on segment ${number}`,
  severity: 'medium',
  status: 'awaitingAction',
  createdAt: 0,
  summary: 'The same tool was started on several devices.',
  alerts: ['Suspicious remote activity'],
});

const sketches: readonly IncidentSketch[] = [
  usual(1),
  { ...usual(2), title: 'Alerts of another workload', refusesAlerts: true },
  { ...usual(3), title: `Long ${'title '.repeat(1_666)}`.slice(0, 10_000), summary: markup },
  { ...usual(4), title: 'Evidence from elsewhere', severity: 'high' },
  { ...usual(5), title: 'Much was written', severity: 'high' },
  {
    ...usual(6),
    title: 'Much was tagged',
    customTags: [...Array.from({ length: 38 }, (_, index) => `Tag ${index + 1}`), 'VIP', 'vip'],
  },
  { ...usual(7), title: 'Values from the future' },
  { ...usual(8), title: 'Merged into another one', status: 'redirected' },
  { ...usual(9), title: '\u202Eesrever\u202C ‮ and a name in العربية' },
  { ...usual(10), title: '' },
  { ...usual(11), title: 'Without a single alert', alerts: [] },
  { ...usual(12), title: 'Closed long ago', status: 'resolved' },
];

const kinds: readonly ActionType[] = ['isolateDevice', 'runAntiVirusScan', 'text'];

/** 500 tasks: one page. Those of the first incidents are few, so that they can be looked at. */
export function strangeDefender(now: number): DefenderSeed {
  const incidents = sketches.map((sketch, index) =>
    toIncident({ ...sketch, createdAt: now - (index + 1) * hour }, [
      deviceOf(`ODD-LT-${index + 1}`),
      userOf(hybridUser),
      fileOf('odd.exe', `ODD-LT-${index + 1}`),
      ipOf('192.0.2.1', 'DE'),
    ]),
  );
  const tasks = Array.from({ length: taskCount }, (_, index) => {
    const incident = index < 24 ? Math.floor(index / 2) + 1 : 12;
    const actionType = kinds[index % kinds.length] ?? 'text';
    const isLost = index === taskCount - 1;
    return toTask({
      id: `${firstTask + index}`,
      incidentId: isLost ? goneIncident : `${5_200_000 + incident}`,
      actionType,
      target: actionType === 'text' ? '' : `ODD-LT-${incident}`,
      createdAt: now - 30 * minute - index * minute,
      ...(index === 4 ? { title: 'x'.repeat(10_000), description: markup } : {}),
    });
  });
  return { incidents, tasks };
}

const alertOf = (incidentId: string) => `da${hexOf(`${incidentId} 0`).slice(0, 40)}_1`;

export const strangeOverrides: readonly Override[] = [
  { type: 'incidentTask', id: brokenTasks[0], patch: { displayName: 7 }, remove: [] },
  { type: 'incidentTask', id: brokenTasks[1], patch: { createdDateTime: 'soon' }, remove: [] },
  { type: 'incidentTask', id: brokenTasks[2], patch: {}, remove: ['id'] },
  {
    type: 'incidentTask',
    id: `${firstTask + 1}`,
    patch: { actionType: 'rebootDevice', actionStatus: 'paused', status: 'escalated', source: 'copilot' },
    remove: [],
  },
  {
    type: 'incidentTask',
    id: `${firstTask + 3}`,
    patch: { responseAction: { '@odata.type': '#microsoft.graph.security.other', identifierValue: [1] } },
    remove: [],
  },
  {
    type: 'alert',
    id: alertOf(foreignEvidenceIncident),
    patch: {
      severity: 'critical',
      status: 'parked',
      mitreTechniques: ['T1059', 'not a technique', 7, null],
      evidence: [
        {
          '@odata.type': '#microsoft.graph.security.quantumEvidence',
          verdict: 'guilty',
          remediationStatus: 'burnt',
        },
        {
          '@odata.type': '#microsoft.graph.security.deviceEvidence',
          hostName: 5,
          verdict: null,
          roles: 'many',
        },
        { hostName: 'WITHOUT-TYPE' },
        null,
        'text',
        ['list'],
      ],
    },
    remove: [],
  },
  {
    type: 'incident',
    id: commentedIncident,
    patch: {
      comments: [
        {
          comment: 'c'.repeat(30_000),
          createdByDisplayName: 'Defender Experts',
          createdDateTime: '2026-11-22T10:00:00Z',
        },
        { comment: ['other shape'], createdDateTime: 'never' },
        { comment: markup, createdByDisplayName: '<b>Mallory</b>', createdDateTime: '2026-11-22T11:00:00Z' },
        // In the words of the reference's example.
        { comment: 'By the other names', createdBy: 'Defender Experts', createdTime: '2026-11-22T12:00:00Z' },
      ],
    },
    remove: [],
  },
  {
    type: 'incident',
    id: unknownIncident,
    patch: {
      status: 'snoozed',
      severity: 'critical',
      classification: 'maybe',
      determination: 'weather',
      customTags: 'one',
    },
    remove: ['assignedTo', 'systemTags'],
  },
  { type: 'incident', id: redirectedIncident, patch: { redirectIncidentId: '5200001' }, remove: [] },
  { type: 'incident', id: longIncident, patch: { description: markup }, remove: [] },
];
