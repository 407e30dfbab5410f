import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import {
  CheckmarkCircleFilled,
  CheckmarkCircleRegular,
} from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { CircleHalfFillRegular } from '@fluentui/react-icons/headless/svg/circle-half-fill';
import { CircleHintRegular } from '@fluentui/react-icons/headless/svg/circle-hint';
import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock';
import { DismissCircleFilled } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { ErrorCircleFilled, ErrorCircleRegular } from '@fluentui/react-icons/headless/svg/error-circle';
import { PauseCircleRegular } from '@fluentui/react-icons/headless/svg/pause-circle';
import { PlayCircleRegular } from '@fluentui/react-icons/headless/svg/play-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/headless/svg/question-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/headless/svg/subtract-circle';
import type { FluentIcon } from '@fluentui/react-icons/svg';
import type { Item } from '../runs/model/run.ts';
import { formatCount } from '../ui/format.ts';
import { StatusIcon, StatusLabel, type Tone } from '../ui/status-label.tsx';
import { type Result, type RunProgress, resultOf, stateText } from './result-words.ts';

const looks: Record<Result, { readonly icon: FluentIcon; readonly tone: Tone }> = {
  successful: { icon: CheckmarkCircleRegular, tone: 'success' },
  confirmed: { icon: CheckmarkCircleFilled, tone: 'success' },
  completed: { icon: CheckmarkCircleFilled, tone: 'success' },
  started: { icon: PlayCircleRegular, tone: 'brand' },
  partiallyCompleted: { icon: CircleHalfFillRegular, tone: 'warning' },
  failed: { icon: ErrorCircleFilled, tone: 'danger' },
  rejected: { icon: DismissCircleFilled, tone: 'danger' },
  notFound: { icon: QuestionCircleRegular, tone: 'warning' },
  unknown: { icon: CircleHintRegular, tone: 'unknown' },
  alreadyRunning: { icon: ArrowSyncRegular, tone: 'neutral' },
  changedByOther: { icon: SubtractCircleRegular, tone: 'neutral' },
  skipped: { icon: SubtractCircleRegular, tone: 'neutral' },
  contradicted: { icon: QuestionCircleRegular, tone: 'warning' },
  notApplied: { icon: ErrorCircleRegular, tone: 'danger' },
  notSent: { icon: PauseCircleRegular, tone: 'warning' },
  canceled: { icon: SubtractCircleRegular, tone: 'neutral' },
  waiting: { icon: ClockRegular, tone: 'neutral' },
  sending: { icon: ArrowSyncRegular, tone: 'neutral' },
  answered: { icon: CircleHintRegular, tone: 'neutral' },
};

/** The result of an item, with its reason on hover. */
export function ItemStateLabel({
  item,
  progress,
}: {
  item: Pick<Item, 'phase' | 'outcome' | 'left' | 'reason'>;
  progress: RunProgress;
}) {
  const { icon, tone } = looks[resultOf(item, progress)];
  return (
    <StatusLabel icon={icon} tone={tone} text={stateText(item, progress)} hint={item.reason || undefined} />
  );
}

/** How a result looks beside the words for it. */
export function lookOf(result: Result): { readonly icon: FluentIcon; readonly tone: Tone } {
  return looks[result];
}

/** The mark of a result, beside its name. */
export function ResultIcon({ result }: { result: Result }) {
  return <StatusIcon {...looks[result]} />;
}

/** How many items have a result: "3 failed". */
export function CountLabel({ result, count, text }: { result: Result; count: number; text: string }) {
  const { icon, tone } = looks[result];
  return <StatusLabel icon={icon} tone={tone} text={`${formatCount(count)} ${text}`} />;
}
