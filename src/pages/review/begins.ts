/** When an approval begins: the first ring tomorrow, the first ring now, or every ring now. */
export type Begins = 'tomorrow' | 'now' | 'allNow';

/** What a person chose for one driver update. */
export interface Beginning {
  readonly begins: Begins;
  /** The ring that was the first one then; undefined where no ring was ticked. */
  readonly firstRingId: string | undefined;
}

/**
 * When an approval begins as things are now. "Now" holds for the ring that it was chosen for: no later ring takes its place
 * unasked.
 *
 * @param chosen undefined: nothing yet
 * @param firstRingId the first of the ticked rings
 */
export function beginsWith(chosen: Beginning | undefined, firstRingId: string | undefined): Begins {
  if (!chosen) return 'tomorrow';
  return chosen.begins === 'now' && chosen.firstRingId !== firstRingId ? 'tomorrow' : chosen.begins;
}
