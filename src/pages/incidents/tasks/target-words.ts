import type { Instant } from '../../../lib/instant.ts';
import { showHidden, showName } from '../../../lib/visible-text.ts';
import type { Control, ControlTruth, DeviceTruth } from '../../../resources/devices/device-truth.ts';
import { controlText } from '../../../resources/devices/words.ts';
import type { TargetGroup } from '../../../resources/incident-tasks/by-target.ts';
import { countOf, formatMoment } from '../../../ui/format.ts';

const unnamed = {
  device: 'Device not provided',
  user: 'User not provided',
  email: 'Email not provided',
  file: 'File not provided',
  incident: 'Whole incident',
} as const;

/** What a group of tasks is called: its target, or that Graph names none. */
export function targetName({ kind, name }: Pick<TargetGroup, 'kind' | 'name'>): string {
  return showName(name) || unnamed[kind];
}

/** One thing that is true of a device, as a mark beside its name. */
export interface TruthMark {
  readonly text: string;
  readonly hint: string;
  readonly tone: 'success' | 'brand' | 'danger' | 'neutral';
}

/**
 * What was done to a device, failed on it or is stuck, over all incidents.
 *
 * @param incidentId the incident that is open: what another one's task did, says so
 */
export function truthMarks(truth: DeviceTruth, incidentId: string, now: Instant): readonly TruthMark[] {
  const controls = (['isolation', 'restriction'] as const).flatMap((control) =>
    controlMark(control, truth[control], incidentId, now),
  );
  const isOther = (ids: readonly { readonly incident: { readonly id: string } | null }[]) =>
    ids.filter(({ incident }) => incident?.id !== incidentId);
  // Those of this incident stand below, each with its state.
  const failed = isOther(truth.failed).length;
  const stuck = isOther(truth.stuck).length;
  return [
    ...controls,
    ...(failed > 0 ? [otherMark(`${countOf(failed, 'task')} failed in other incidents`)] : []),
    ...(stuck > 0 ? [otherMark(`${countOf(stuck, 'task')} stuck in other incidents`)] : []),
  ];
}

function otherMark(text: string): TruthMark {
  return { text, hint: '', tone: 'danger' };
}

const tones: Readonly<Record<ControlTruth['state'], TruthMark['tone']>> = {
  on: 'success',
  off: 'neutral',
  turningOn: 'brand',
  turningOff: 'brand',
  failed: 'danger',
  unknown: 'danger',
  never: 'neutral',
};

function controlMark(
  control: Control,
  truth: ControlTruth,
  incidentId: string,
  now: Instant,
): readonly TruthMark[] {
  const text = controlText(control, truth, now);
  if (text === '') return [];
  const { since, task, state, isStuck } = truth;
  const other = task?.incident?.id;
  const isElsewhere = other !== undefined && other !== incidentId;
  const from = isElsewhere ? `By a task of incident ${showHidden(other)}. ` : '';
  const at = since === null ? '' : `Task last changed ${formatMoment(since)}.`;
  return [
    {
      text: isElsewhere ? `${text}, by another incident’s task` : text,
      hint: `${from}${at}`.trim(),
      tone: isStuck ? 'danger' : tones[state],
    },
  ];
}
