/** A number that decides: `{ value: '960', label: 'devices at most' }`. */
export interface ReviewNumber {
  readonly value: string;
  readonly label: string;
}

/** What the review dialog says of a decision before it is sent, whatever the action is. */
export interface Review {
  /** None where the title says it all. */
  readonly numbers: readonly ReviewNumber[];
  /** What a mixed decision is made of, and how long it takes; '' where the numbers say it all. */
  readonly summary: string;
  /** What will happen, each thing once. */
  readonly consequences: readonly string[];
  readonly warnings: readonly string[];
  /** Why a click alone is not enough; empty where it is. */
  readonly whyType: readonly string[];
}
