import type { Intent, Item } from './model/run.ts';

/** One kind of Graph write, as far as the engine must know it. How one is carried out is the matter of its `Work`. */
export interface Action {
  /** The name that its intents carry: that of its folder. */
  readonly kind: string;
  /** True of its intents whose parts are sound: the history may have been changed by hand. */
  isIntent(intent: Intent): boolean;
  /** Query keys whose data it changes in a target: a run that has changed something has them read again. */
  touches(targetId: string): readonly (readonly string[])[];
  /** How many items one request may hold. */
  readonly mostInRequest: number;
  /** What an acceptance says of all items of a request; null where its body says of each how it went. */
  readonly accepted: 'started' | 'successful' | null;
  /** The state of an item whose change has failed, where it is not the one from before. */
  readonly stateOnceFailed?: string;
  /** True of a failure that a later read may turn. */
  mayTurnFailure(item: Pick<Item, 'pre'>): boolean;
  /**
   * What takes back what the action did to an item: with which intent, and the state that the item must still have.
   * Undefined where nothing does.
   */
  undo?(intent: Intent, item: Pick<Item, 'before' | 'outcome'>): Wanted | undefined;
}

/** What is to be done to an item, and how it is expected to be now. */
export interface Wanted {
  readonly intent: Intent;
  readonly before: string;
}

/** The action of an intent. An intent that no action knows, of a newer version or changed by hand, gets `unknownAction`. */
export type ActionOf = (intent: Intent) => Action;

/** True for intents that decide the same. */
export function isSameIntent(one: Intent, other: Intent): boolean {
  return JSON.stringify(partsOf(one)) === JSON.stringify(partsOf(other));
}

/** The same for the same intent, in whatever order its parts were written. */
export function partsOf(intent: Intent): readonly (readonly [string, unknown])[] {
  return Object.entries(intent).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The different intents among the steps of a run, or the targets of a plan, in their order. */
export function intentsOf(parts: readonly { readonly intent: Intent }[]): readonly Intent[] {
  const known = new Map(parts.map(({ intent }) => [JSON.stringify(partsOf(intent)), intent] as const));
  return [...known.values()];
}
