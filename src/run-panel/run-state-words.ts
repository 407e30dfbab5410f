import { type RunState, runStates } from '../runs/model/run.ts';

/** The state of a run on screen; a run that another tab handles is shown as that. */
export const shownStates = [...runStates, 'elsewhere'] as const;
export type ShownState = RunState | 'elsewhere';

interface Words {
  readonly text: string;
  /** What the run does in this state, and what it doesn't do. */
  readonly hint: string;
}

const words: Record<ShownState, Words> = {
  running: { text: 'Running', hint: 'Requests are being sent' },
  paused: { text: 'Interrupted', hint: 'Nothing is sent until you resume it' },
  settling: { text: 'Checking', hint: 'Everything is sent; results are being checked' },
  done: { text: 'Finished', hint: 'Nothing more happens automatically' },
  elsewhere: { text: 'In another tab', hint: 'Another tab of this browser handles this run' },
};

export function runStateText(state: ShownState): string {
  return words[state].text;
}

export function runStateHint(state: ShownState): string {
  return words[state].hint;
}
