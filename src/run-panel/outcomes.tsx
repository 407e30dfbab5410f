import type { FluentIcon } from '@fluentui/react-icons/svg';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircleFilled, CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleHalfFillRegular } from '@fluentui/react-icons/svg/circle-half-fill';
import { CircleHintRegular } from '@fluentui/react-icons/svg/circle-hint';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { PlayCircleRegular } from '@fluentui/react-icons/svg/play-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import type { Item, Outcome, Phase, RunState } from '../runs/model.ts';
import { formatCount } from '../ui/format.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';

interface Wording {
  readonly text: string;
  readonly icon: FluentIcon;
  readonly tone: Tone;
}

const outcomes: Record<Outcome, Wording> = {
  successful: { text: 'Applied', icon: CheckmarkCircleRegular, tone: 'success' },
  confirmed: { text: 'Applied, confirmed', icon: CheckmarkCircleFilled, tone: 'success' },
  completed: { text: 'Done', icon: CheckmarkCircleFilled, tone: 'success' },
  started: { text: 'Started', icon: PlayCircleRegular, tone: 'brand' },
  partiallyCompleted: { text: 'Partly done', icon: CircleHalfFillRegular, tone: 'warning' },
  failed: { text: 'Failed', icon: ErrorCircleRegular, tone: 'danger' },
  rejected: { text: 'Refused', icon: ErrorCircleRegular, tone: 'danger' },
  notFound: { text: 'Not found', icon: QuestionCircleRegular, tone: 'warning' },
  unknown: { text: 'Not known yet', icon: CircleHintRegular, tone: 'unknown' },
  alreadyRunning: { text: 'Already running', icon: ArrowSyncRegular, tone: 'neutral' },
  changedByOther: {
    text: 'Changed by somebody else',
    icon: SubtractCircleRegular,
    tone: 'neutral',
  },
  skipped: { text: 'Left out', icon: SubtractCircleRegular, tone: 'neutral' },
  contradicted: { text: 'Said applied, reads otherwise', icon: QuestionCircleRegular, tone: 'warning' },
  notApplied: { text: 'Not applied', icon: ErrorCircleRegular, tone: 'danger' },
};

const phases: Record<Exclude<Phase, 'settled'>, Wording> = {
  planned: { text: 'Waiting', icon: ClockRegular, tone: 'neutral' },
  sending: { text: 'Sending…', icon: ArrowSyncRegular, tone: 'neutral' },
  answered: { text: 'Answered', icon: CircleHintRegular, tone: 'neutral' },
};

/** The order in which counts are told: what needs a person first. */
export const outcomeOrder: readonly Outcome[] = [
  'unknown',
  'failed',
  'rejected',
  'notApplied',
  'contradicted',
  'notFound',
  'alreadyRunning',
  'partiallyCompleted',
  'started',
  'successful',
  'confirmed',
  'completed',
  'changedByOther',
  'skipped',
];

/** A state of an item: its outcome, or how far it is. */
export type ItemState = Outcome | 'planned' | 'sending' | 'answered';

export function stateOf(item: Pick<Item, 'phase' | 'outcome'>): ItemState {
  return item.outcome ?? (item.phase === 'settled' ? 'answered' : item.phase);
}

function wordingOf(item: Pick<Item, 'phase' | 'outcome'>): Wording {
  if (item.outcome !== null) return outcomes[item.outcome];
  return phases[item.phase === 'settled' ? 'answered' : item.phase];
}

/** The outcome in words; an unknown one says whether it is still being looked for. */
export function stateText(item: Pick<Item, 'phase' | 'outcome'>, runState: RunState): string {
  if (item.phase === 'planned' && runState === 'paused') return 'Not sent: paused';
  if (item.outcome === 'unknown') {
    return runState === 'done' ? 'Not known: needs you' : 'Not known yet: checking…';
  }
  return wordingOf(item).text;
}

export function ItemStateLabel({ item, runState }: { item: Item; runState: RunState }) {
  const { icon, tone } = wordingOf(item);
  return (
    <StatusLabel icon={icon} tone={tone} text={stateText(item, runState)} hint={item.reason || undefined} />
  );
}

/** How many items have an outcome, or still wait for one: "3 failed". */
export function CountLabel({
  outcome,
  count,
  text,
}: {
  outcome: Outcome | 'waiting';
  count: number;
  text: string;
}) {
  const { icon, tone } = outcome === 'waiting' ? phases.planned : outcomes[outcome];
  return <StatusLabel icon={icon} tone={tone} text={`${formatCount(count)} ${text}`} />;
}

/** The plain name of an outcome, for counts and filters. */
export function outcomeText(outcome: Outcome): string {
  return outcomes[outcome].text;
}
