import type { Sent } from '../../graph/sender.ts';
import type { Failure } from '../../graph/transport.ts';
import type { Problem } from '../../lib/problem.ts';

/** What is told of how a sending ended; null where there is nothing to tell. */
export function problemOf(sent: Sent): Problem | null {
  switch (sent.kind) {
    case 'accepted':
    case 'nothingLeft':
      return null;
    case 'paused':
      return sent.problem;
    case 'unknown':
      return {
        ...sent.answer.problem,
        advice: `Actiondesk won’t resend it; it checks the current state instead. Check again checks now.${between(sent.answer)}`,
      };
    default:
      return sent.answer.problem;
  }
}

/** A browser does not say what stopped a request: what may stand in its way is named. */
function between(answer: Failure): string {
  return isFromGraph(answer) ? '' : ' A proxy, VPN, or browser extension may be interfering.';
}

export function isFromGraph(answer: Failure): boolean {
  return answer.kind === 'refused' && answer.fromGraph;
}
