import { needingOutcomes } from '../runs/model/attention.ts';
import { isCanceled } from '../runs/model/retry.ts';
import { type Item, isFollowed, type Outcome, type Run } from '../runs/model/run.ts';
import { isLastWord } from './last-word.ts';
import type { Offered } from './offered.ts';

/** How an item of a run reads on screen: its outcome, or how far the run has come with it. */
export type Result = Outcome | 'waiting' | 'sending' | 'answered' | 'notSent' | 'canceled';

interface Words {
  readonly text: string;
  /** What the result means, and the next step. */
  readonly advice: string;
}

const words: Record<Result, Words> = {
  successful: {
    text: 'Accepted',
    advice: 'Microsoft reported success. Actiondesk hasn’t confirmed it.',
  },
  confirmed: { text: 'Confirmed', advice: 'Checked afterward: it’s in the state you asked for.' },
  completed: { text: 'Completed', advice: 'Microsoft reports that it’s complete.' },
  started: {
    text: 'Started',
    advice: 'Actiondesk follows it for up to 30 minutes. After that, use Check again.',
  },
  partiallyCompleted: {
    text: 'Partially completed',
    advice: 'Only part of the action took effect. See the Defender portal for the rest.',
  },
  failed: {
    text: 'Failed',
    advice: '',
  },
  rejected: {
    text: 'Rejected',
    advice: 'The error message says why.',
  },
  notFound: {
    text: 'Not found',
    advice:
      'No longer in the list. It may have been removed, replaced, or no longer needed. Refresh the list.',
  },
  unknown: {
    text: 'Unknown',
    advice:
      'No reliable response: it may or may not have taken effect. Actiondesk checks the current state and never resends automatically.',
  },
  alreadyRunning: {
    text: 'Already in progress',
    advice:
      'Started earlier, possibly by this run’s own request. Actiondesk follows it for up to 30 minutes.',
  },
  changedByOther: {
    text: 'Changed since you decided',
    advice: 'Its state is different now. Review it and decide again.',
  },
  skipped: { text: 'Skipped', advice: 'This run didn’t change it. The Reason column says why.' },
  contradicted: {
    text: 'Accepted, not reflected',
    advice:
      'Accepted, but the current state doesn’t match. Check again in a few minutes. If it persists, give Microsoft support the request-id.',
  },
  notApplied: {
    text: 'Not applied',
    advice: 'Unchanged at the last check.',
  },
  notSent: {
    text: 'Not sent',
    advice: 'Nothing was changed.',
  },
  canceled: { text: 'Canceled', advice: 'You canceled the run before these were sent.' },
  waiting: { text: 'Waiting', advice: 'Not sent yet.' },
  sending: { text: 'Sending…', advice: 'Sent, no response yet.' },
  answered: { text: 'Answered', advice: 'Actiondesk is checking the result.' },
};

/** The order in which results are counted: what needs attention first. */
export const resultOrder: readonly Result[] = [
  ...needingOutcomes,
  'notSent',
  'changedByOther',
  'skipped',
  'alreadyRunning',
  'started',
  'successful',
  'confirmed',
  'completed',
  'canceled',
  'answered',
  'sending',
  'waiting',
];

/** What the words for an item depend on beside the item. */
export interface RunProgress extends Pick<Run, 'state' | 'cancelled'> {
  /** This page or another tab is checking the results. */
  readonly isChecking: boolean;
}

type ShownItem = Pick<Item, 'phase' | 'outcome' | 'left'>;

/** The result of an item, as one word of the table above stands for it. */
export function resultOf(item: ShownItem, { state, cancelled }: Pick<Run, 'state' | 'cancelled'>): Result {
  const { phase, outcome, left } = item;
  if (isCanceled({ cancelled }, item)) return 'canceled';
  // Deferred by Microsoft: nothing was changed, and Resume sends these with the others.
  const isDeferred = outcome === 'skipped' && (phase === 'answered' || left === 'refusedForNow');
  if (isDeferred && state === 'paused') return 'notSent';
  if (outcome !== null) return outcome;
  if (phase === 'planned') return state === 'paused' ? 'notSent' : 'waiting';
  return phase === 'sending' ? 'sending' : 'answered';
}

/** The plain name of a result, for counts and filters. */
export function resultText(result: Result): string {
  return words[result].text;
}

/** What a result of a run means, and the next step: a command is named only where it is there, and may help. */
export function adviceFor(run: Run, result: Result, offered: Offered): string {
  if (isFinal(run, result)) return noHelp;
  return [words[result].advice, commandFor(run, result, offered)].filter(Boolean).join(' ');
}

/** The next step alone, where something else says what the result means. */
export function helpFor(run: Run, result: Result, offered: Offered): string {
  return isFinal(run, result) ? noHelp : commandFor(run, result, offered);
}

const noHelp = 'Another try is unlikely to help. Its row has the next step, if there is one.';

function isFinal(run: Run, result: Result): boolean {
  const told = run.steps.flatMap((step) =>
    step.items.filter((item) => resultOf(item, run) === result).map((item) => isLastWord(step, item)),
  );
  return told.length > 0 && told.every(Boolean);
}

/** The command that helps with a result, in a sentence; '' where there is none. */
function commandFor({ state }: Run, result: Result, { toResume, toRetry, toCheck, whyNot }: Offered): string {
  const isOver = state === 'settling' || state === 'done';
  const canRetry = !isOver || toRetry > 0;
  const retry = isOver
    ? (whyNot ?? 'Retry checks these again and sends only them.')
    : 'When the run finishes, Retry checks these again and sends only them.';
  switch (result) {
    case 'failed':
      return canRetry ? `${retry} If they fail again, look in the portal.` : 'The Reason column says why.';
    case 'notApplied':
      return canRetry ? retry : '';
    case 'rejected':
      if (!canRetry) return '';
      return isOver
        ? (whyNot ?? 'Fix that, then use Retry.')
        : 'Fix that, then use Retry when the run finishes.';
    case 'notSent':
      return toResume > 0 ? (whyNot ?? 'Resume checks these again before sending them.') : '';
    case 'unknown':
    case 'successful':
      return toCheck > 0 ? 'Use Check again to look now.' : '';
    default:
      return '';
  }
}

/** The result in words; one that isn't final says whether Actiondesk still checks it. */
export function stateText(item: ShownItem, progress: RunProgress): string {
  const { state, isChecking } = progress;
  const result = resultOf(item, progress);
  const { text } = words[result];
  if (result === 'unknown' && item.phase === 'settled') return 'Unknown, not tracked';
  if (result === 'unknown') return isChecking ? 'Unknown, checking…' : 'Unknown, needs attention';
  if (state !== 'done' || isChecking || !isFollowed(item)) return text;
  return item.outcome === 'successful' ? 'Accepted, not confirmed' : `${text}, result unknown`;
}
