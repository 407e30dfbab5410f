import type { TimedWait, WaitCause } from '../lib/timed-wait.ts';
import { formatDuration } from './format.ts';
import { useSecondsUntil } from './use-now.ts';

const causes: Record<WaitCause, string> = {
  pacing: 'Pacing requests to stay within Microsoft Graph’s limits',
  throttled: 'Microsoft Graph asked to wait',
  failed: 'Microsoft Graph didn’t respond as expected',
};

/** Never less than what is left: minutes are rounded up. */
function leftText(seconds: number): string {
  return formatDuration(1_000 * (seconds < 60 ? seconds : 60 * Math.ceil(seconds / 60)));
}

/**
 * Why a request waits, and for how long: a sentence that counts down, and that is gone when the wait is over. Screen readers
 * hear the cause once, and not every second.
 *
 * @param props.className of the paragraph around it, which comes and goes with it
 */
export function WaitText({
  wait: { until, because },
  className,
}: {
  wait: TimedWait;
  className?: string | undefined;
}) {
  const seconds = useSecondsUntil(until);
  if (seconds === 0) return null;
  return (
    <p className={className}>
      {causes[because]}. <span role="timer">Next request in {leftText(seconds)}</span>
    </p>
  );
}

/** When a problem lets a person go on: counts down, and is gone when the time has come. */
export function RetryWait({ until }: { until: number }) {
  const seconds = useSecondsUntil(until);
  if (seconds === 0) return null;
  return (
    <>
      {' '}
      The wait ends in <span role="timer">{leftText(seconds)}</span>.
    </>
  );
}
