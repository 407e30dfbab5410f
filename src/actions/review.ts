/** A number that decides: `{ value: '960', label: 'devices at most' }`. */
export interface ReviewNumber {
  readonly value: string;
  readonly label: string;
}

/** What the review dialog says of a decision before it is sent, whatever the action is. */
export interface Review {
  /** At most three. */
  readonly numbers: readonly ReviewNumber[];
  /** What will happen, each thing once. */
  readonly consequences: readonly string[];
  readonly warnings: readonly string[];
  /** Why a click alone is not enough; empty where it is. */
  readonly whyType: readonly string[];
}
