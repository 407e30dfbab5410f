/** Notices that the computer slept, or that the page was frozen: far more time has gone by than anything here takes. */
export interface Pulse {
  /** Something happened, or a person said go on. */
  beat(): void;
  /** Something is begun that takes at most so many ms. */
  expect(milliseconds: number): void;
  /** True when nothing has happened for more than five minutes beyond what was expected. */
  hasSlept(): boolean;
}

const patience = 5 * 60_000;

export function createPulse(now: () => number): Pulse {
  let due = now();
  return {
    beat() {
      due = Math.max(due, now());
    },
    expect(milliseconds) {
      // One request may wait for long while others come and go.
      due = Math.max(due, now() + milliseconds);
    },
    hasSlept: () => now() - due > patience,
  };
}
