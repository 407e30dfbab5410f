import { LaptopRegular } from '@fluentui/react-icons/headless/svg/laptop';
import type { RegisteredRouter } from '@tanstack/react-router';
import type { Instant } from '../../lib/instant.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import type { Control, ControlTruth, DeviceTruth } from '../../resources/devices/device-truth.ts';
import { controlText } from '../../resources/devices/words.ts';
import { isWaiting } from '../../resources/incident-tasks/states.ts';
import type { Entry } from './entry.ts';

/**
 * The devices of tasks, each with how it stands now: "Isolated 03:00 by incident 2972412". Each leads to that incident.
 *
 * @param hasGaps some tasks couldn't be read: what no task says is then unknown
 */
export function deviceEntries(
  navigate: RegisteredRouter['navigate'],
  truths: ReadonlyMap<string, DeviceTruth>,
  now: Instant,
  hasGaps: boolean,
): readonly Entry[] {
  return [...truths.values()].map((device) => {
    const task = taskToOpen(device);
    return {
      id: `device:${device.key}`,
      kind: 'device',
      label: showName(device.name),
      detail: stateOf(device, now, hasGaps),
      states: statesOf(device),
      icon: LaptopRegular,
      onChoose: () =>
        void navigate({
          to: '/incidents/$incidentId',
          params: { incidentId: task?.incident?.id || 'none' },
          search: { task: task?.id },
        }),
    };
  });
}

/** The words that a person may ask by: only devices that are so now are found by them. */
export const deviceStates = ['isolated', 'restricted'] as const;

/** In the order of `deviceStates`. @returns the states that tasks prove */
function statesOf({ isolation, restriction }: DeviceTruth): readonly string[] {
  return [
    ...(isolation.state === 'on' ? [deviceStates[0]] : []),
    ...(restriction.state === 'on' ? [deviceStates[1]] : []),
  ];
}

function stateOf({ isolation, restriction }: DeviceTruth, now: Instant, hasGaps: boolean): string {
  const texts = [
    isolation.state === 'never'
      ? hasGaps
        ? 'Some tasks couldn’t be read'
        : 'Not isolated by any task'
      : textOf('isolation', isolation, now),
    textOf('restriction', restriction, now),
  ];
  return texts.filter(Boolean).join(' · ');
}

/** "Isolated 03:00 by incident 2972412"; '' where no task says anything. */
function textOf(control: Control, truth: ControlTruth, now: Instant): string {
  const text = controlText(control, truth, now);
  const id = truth.task?.incident?.id ?? '';
  if (text === '' || id === '') return text;
  const isDone = truth.state !== 'failed' && truth.state !== 'unknown';
  return `${text}${isDone ? ' by' : ', in'} incident ${showHidden(id)}`;
}

/** What says how it stands, or else what is left to do on it. */
function taskToOpen({ isolation, restriction, tasks }: DeviceTruth) {
  return isolation.task ?? restriction.task ?? tasks.find(isWaiting) ?? tasks[0];
}
