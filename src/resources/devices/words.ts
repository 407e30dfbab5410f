import type { Instant } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { formatNear } from '../../ui/format-near.ts';
import type { DeviceFacts, DeviceRole } from './device-facts.ts';
import type { Control, ControlTruth } from './device-truth.ts';

const roleTexts: Readonly<Record<DeviceRole, string>> = {
  domainController: 'Domain controller',
  server: 'Server',
  client: '',
  unknown: '',
};

/** "Server", "Domain controller"; '' for a device that needs no mark. */
export function roleText({ role }: Pick<DeviceFacts, 'role'>): string {
  return roleTexts[role];
}

const risks: Readonly<Record<string, string>> = {
  none: '',
  informational: 'Informational risk',
  low: 'Low risk',
  medium: 'Medium risk',
  high: 'High risk',
};

/** "High risk"; a member that this version does not know stays as it came. */
export function riskText({ risk }: Pick<DeviceFacts, 'risk'>): string {
  return new Map(Object.entries(risks)).get(risk.toLowerCase()) ?? showHidden(risk);
}

/** "Windows 11, adele": the operating system and who is logged on. */
export function deviceLine({ os, users }: Pick<DeviceFacts, 'os' | 'users'>): string {
  return [spaced(os), ...users].filter(Boolean).map(showHidden).join(', ');
}

/** Graph writes "WindowsServer2022" and "Windows11". */
function spaced(os: string): string {
  return os.replaceAll(/(?<=[a-z])(?=[A-Z\d])/g, ' ');
}

const states: Readonly<Record<Control, Readonly<Record<ControlTruth['state'], string>>>> = {
  isolation: {
    on: 'Isolated',
    off: 'Released',
    turningOn: 'Isolating',
    turningOff: 'Releasing',
    failed: 'Not isolated: the action failed',
    unknown: 'Isolation unknown',
    never: '',
  },
  restriction: {
    on: 'Apps restricted',
    off: 'Restriction removed',
    turningOn: 'Restricting apps',
    turningOff: 'Removing restriction',
    failed: 'Not restricted: the action failed',
    unknown: 'Restriction unknown',
    never: '',
  },
};

/** "Isolated 09:12", "Isolating since 29 Nov, 06:10, stuck"; '' where no task says anything. */
export function controlText(control: Control, { state, since, isStuck }: ControlTruth, now: Instant): string {
  const text = states[control][state];
  if (text === '' || since === null) return text;
  const isUnderWay = state === 'turningOn' || state === 'turningOff';
  const when = `${isUnderWay ? ' since' : ''} ${formatNear(since, now)}`;
  return `${text}${state === 'unknown' || state === 'failed' ? '' : when}${isStuck ? ', stuck' : ''}`;
}

/** "Isolated", "Released": how a control stands, without a time. */
export function controlWord(control: Control, state: ControlTruth['state']): string {
  return states[control][state];
}
