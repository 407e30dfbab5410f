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
import { type Item, isFollowed, type Outcome, type Phase, type RunState } from '../runs/model.ts';
import { formatCount } from '../ui/format.ts';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';

interface Wording {
  readonly text: string;
  readonly icon: FluentIcon;
  readonly tone: Tone;
}

interface OutcomeWording extends Wording {
  /** What to do about it, or what it means. */
  readonly advice: string;
}

const outcomes: Record<Outcome, OutcomeWording> = {
  successful: {
    text: 'Applied',
    icon: CheckmarkCircleRegular,
    tone: 'success',
    advice: 'The service says so; a read is still to confirm it. "Check again" reads at once.',
  },
  confirmed: {
    text: 'Applied, confirmed',
    icon: CheckmarkCircleFilled,
    tone: 'success',
    advice: 'It was read again afterwards, and is as wanted.',
  },
  completed: {
    text: 'Done',
    icon: CheckmarkCircleFilled,
    tone: 'success',
    advice: 'The service reports that it is done.',
  },
  started: {
    text: 'Started',
    icon: PlayCircleRegular,
    tone: 'brand',
    advice:
      'It has begun. It is followed until the service says how it ended, half an hour at most; then "Check again" reads it.',
  },
  partiallyCompleted: {
    text: 'Partly done',
    icon: CircleHalfFillRegular,
    tone: 'warning',
    advice: 'A part of it is done. The Defender portal tells which, and what to do about the rest.',
  },
  failed: {
    text: 'Failed',
    icon: ErrorCircleRegular,
    tone: 'danger',
    advice:
      'Once the run is over, "Retry" reads them again and sends only these. If they fail again, the portal may tell why.',
  },
  rejected: {
    text: 'Refused',
    icon: ErrorCircleRegular,
    tone: 'danger',
    advice:
      'The banner says why. Once that is solved and the run is over, "Retry" reads them again and sends only these.',
  },
  notFound: {
    text: 'Not found',
    icon: QuestionCircleRegular,
    tone: 'warning',
    advice: 'Somebody removed it, or a newer one has taken its place: look at the list again.',
  },
  unknown: {
    text: 'Not known yet',
    icon: CircleHintRegular,
    tone: 'unknown',
    advice:
      'No answer proves what became of it. It is found out by reading, and never sent again by itself. When nothing more is sent, "Check again" reads at once.',
  },
  alreadyRunning: {
    text: 'Already running',
    icon: ArrowSyncRegular,
    tone: 'neutral',
    advice:
      'It had been started before, perhaps by our own request. It is followed to its end, half an hour at most.',
  },
  changedByOther: {
    text: 'Changed meanwhile',
    icon: SubtractCircleRegular,
    tone: 'neutral',
    advice: 'It is not any more as it was when you decided. Look at it again, and decide anew.',
  },
  skipped: {
    text: 'Left out',
    icon: SubtractCircleRegular,
    tone: 'neutral',
    advice: 'Nothing of it was carried out by this run: "Why" tells the reason of each.',
  },
  contradicted: {
    text: 'Accepted, reads otherwise',
    icon: QuestionCircleRegular,
    tone: 'warning',
    advice: '"Check again" in a few minutes. If it stays so, give support the request-id.',
  },
  notApplied: {
    text: 'Not applied',
    icon: ErrorCircleRegular,
    tone: 'danger',
    advice: 'It reads as before, so nothing came of it. "Retry" reads them again and sends only these.',
  },
};

const phases: Record<Exclude<Phase, 'settled'>, Wording> = {
  planned: { text: 'Waiting', icon: ClockRegular, tone: 'neutral' },
  sending: { text: 'Sending…', icon: ArrowSyncRegular, tone: 'neutral' },
  answered: { text: 'Answered', icon: CircleHintRegular, tone: 'neutral' },
};

/** Outcomes that somebody has to do something about, or look at; what needs a person most comes first. */
export const needingOutcomes: readonly Outcome[] = [
  'unknown',
  'failed',
  'rejected',
  'notApplied',
  'contradicted',
  'notFound',
  'partiallyCompleted',
];

/** The order in which counts are told: what needs a person first. */
export const outcomeOrder: readonly Outcome[] = [
  ...needingOutcomes,
  'alreadyRunning',
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

/** What the words of an item's state depend on beside the item. */
export interface RunProgress {
  readonly state: RunState;
  /** Somebody reads what became of it just now, here or in another tab. */
  readonly isChecking: boolean;
}

/** The outcome in words; an unknown one says whether it is still being looked for. */
export function stateText(item: Pick<Item, 'phase' | 'outcome'>, { state, isChecking }: RunProgress): string {
  if (item.phase === 'planned' && state === 'paused') return 'Not sent: paused';
  if (item.outcome === 'unknown' && item.phase === 'settled') return 'Not known: left at that';
  if (item.outcome === 'unknown') return isChecking ? 'Not known yet: checking…' : 'Not known: needs you';
  const { text } = wordingOf(item);
  // Nobody follows it any more.
  if (state !== 'done' || isChecking || !isFollowed(item)) return text;
  return item.outcome === 'successful' ? `${text}, not confirmed` : `${text}, end not known`;
}

export function ItemStateLabel({
  item,
  progress,
}: {
  item: Pick<Item, 'phase' | 'outcome' | 'reason'>;
  progress: RunProgress;
}) {
  const { icon, tone } = wordingOf(item);
  return (
    <StatusLabel icon={icon} tone={tone} text={stateText(item, progress)} hint={item.reason || undefined} />
  );
}

/** The icon of an outcome, for a button that says its name. */
export function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  const { icon: Icon } = outcomes[outcome];
  return <Icon />;
}

/** What to do about an outcome. */
export function outcomeAdvice(outcome: Outcome): string {
  return outcomes[outcome].advice;
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
