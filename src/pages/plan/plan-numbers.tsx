import { SubtractCircleRegular } from '@fluentui/react-icons/headless/svg/subtract-circle';
import { isDriverIntent } from '../../actions/driver-approval/intent.ts';
import { groupBy } from '../../lib/group-by.ts';
import { changeName } from '../../plan/staged/change-words.ts';
import { StackedBar, Swatch, type Tone } from '../../ui/charts/stacked-bar.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { StatusIcon } from '../../ui/status-label.tsx';
import { devicesOver } from './devices.ts';
import styles from './plan-aside.module.css';
import { maySend, type PlanLine } from './plan-lines.ts';
import type { PlanFacts } from './use-plan-facts.ts';

const tones = { approve: 'approved', suspend: 'paused', decline: 'declined' } as const;

const leftNames = [
  ['skipped', 'Skipped'],
  ['unchecked', 'Not checked'],
  ['held', 'Waiting for another run'],
] as const;

/** How many changes of which kind, in how many requests, to how many devices. */
export function PlanNumbers({ facts: { lines, seen }, requests }: { facts: PlanFacts; requests: number }) {
  const sent = lines.filter(maySend);
  const left = leftNames
    .map(([state, name]) => [name, lines.filter((line) => line.state === state).length] as const)
    .filter(([, count]) => count > 0);
  const kinds = [...groupBy(sent, ({ change }) => changeName(change))];
  const drivers = sent.filter(({ change }) => isDriverIntent(change.intent));
  const devices = devicesOver(drivers, seen);
  return (
    <section aria-label="In numbers">
      <p className={styles.number}>
        <strong>{formatCount(sent.length)}</strong> {sent.length === 1 ? 'change' : 'changes'}
        {requests > 0 && (
          <>
            {' '}
            in <b>{countOf(requests, 'request')}</b>
          </>
        )}
      </p>
      {drivers.length > 0 && (
        <p className={styles.quiet}>
          {devices === null ? 'Devices not counted' : `Up to ${countOf(devices, 'device')}`}
        </p>
      )}
      <StackedBar
        segments={kinds.map(([id, own]) => ({ id, tone: toneOf(own), count: own.length }))}
        isThin
      />
      <ul className={styles.kinds}>
        {kinds.map(([name, own]) => (
          <li key={name}>
            <Swatch tone={toneOf(own)} />
            <span>{name}</span>
            <strong>{formatCount(own.length)}</strong>
          </li>
        ))}
        {left.map(([name, count]) => (
          <li key={name}>
            <StatusIcon icon={SubtractCircleRegular} tone="neutral" />
            <span>{name}, nothing sent</span>
            <strong>{formatCount(count)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function toneOf([first]: readonly PlanLine[]): Tone {
  return first && isDriverIntent(first.change.intent) ? tones[first.change.intent.action] : 'review';
}
