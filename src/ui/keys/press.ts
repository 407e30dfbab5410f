import type { KeyBinding } from './keys.ts';

/** How long a first key waits for its second, in ms. */
const patience = 1_500;

/** What of a keyboard event names the key. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/**
 * A key as bindings name it: `A`, `Shift+R`, `?`. Undefined for what is none of those, such as Shift alone. On a keyboard
 * for another script, a letter is the one that stands at its place on an English one.
 */
export function keyNameOf({ key, code, shiftKey }: Press): string | undefined {
  const letter = /^[a-z]$/i.test(key)
    ? key
    : /^\p{L}$/u.test(key)
      ? /^Key([A-Z])$/.exec(code)?.[1]
      : undefined;
  if (letter !== undefined) return `${shiftKey ? 'Shift+' : ''}${letter.toUpperCase()}`;
  return [...key].length === 1 && key !== ' ' ? key : undefined;
}

/** What was pressed so far towards keys that follow one another. */
export interface Pressed {
  readonly keys: readonly string[];
  /** In ms, by the events' clock. */
  readonly at: number;
}

export const nothingPressed: Pressed = { keys: [], at: 0 };

/** The binding that a key completes, if any, and what is remembered for the next key. */
export function press(
  bindings: readonly KeyBinding[],
  before: Pressed,
  name: string,
  at: number,
): { readonly binding: KeyBinding | undefined; readonly pressed: Pressed } {
  const isInTime = at - before.at <= patience;
  const ways = isInTime && before.keys.length > 0 ? [[...before.keys, name], [name]] : [[name]];
  for (const keys of ways) {
    const typed = keys.join(' ');
    // The latest has the key.
    const binding = bindings.findLast((each) => each.keys === typed);
    if (binding) return { binding, pressed: nothingPressed };
    if (bindings.some((each) => each.keys.startsWith(`${typed} `)))
      return { binding: undefined, pressed: { keys, at } };
  }
  return { binding: undefined, pressed: nothingPressed };
}
