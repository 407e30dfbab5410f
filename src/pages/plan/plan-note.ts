import type { StagedChange } from '../../plan/staged/staged-change.ts';

/** Readable in the history, and far less than a run may keep. */
const longestRunNote = 1_000;

/** The note of the run: the person's own, then what was noted of its changes and why dates stay inside a freeze, each once. */
export function noteOf(own: string, sent: readonly Pick<StagedChange, 'note' | 'freezeReason'>[]): string {
  const all = [own, ...sent.map(({ note }) => note), ...sent.map(({ freezeReason }) => freezeReason)];
  const texts = [...new Set(all.map((text) => text.trim()))].filter(Boolean);
  const whole = texts.join('; ');
  return whole.length > longestRunNote ? `${whole.slice(0, longestRunNote - 1)}…` : whole;
}
