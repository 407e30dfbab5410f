import type { Registry } from '../registry.ts';
import type { KeyGroup } from './keys.ts';
import { keyNameOf, nothingPressed, press } from './press.ts';

/** Where a key belongs to what has the focus: fields, and what floats above the page. */
const own =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], dialog, [popover], [role="listbox"]';

/** True while a dialog has the keyboard, whatever has the focus. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog:modal') !== null;
}

/** Listens for the keys of the page, until the returned function is called. */
export function listenToKeys(keys: Registry<KeyGroup>): () => void {
  let pressed = nothingPressed;
  const onKeyDown = (event: KeyboardEvent) => {
    const name = keyNameOf(event);
    if (name === undefined) return;
    const isOwn = event.target instanceof Element && event.target.closest(own) !== null;
    const isChord = event.ctrlKey || event.altKey || event.metaKey;
    if (isOwn || isChord || event.isComposing || event.defaultPrevented || isDialogOpen()) {
      pressed = nothingPressed;
      return;
    }
    const bindings = keys.all().flatMap((group) => group.bindings);
    const { binding, pressed: next } = press(bindings, pressed, name, event.timeStamp);
    pressed = next;
    if (!binding || (event.repeat && !binding.repeats)) return;
    event.preventDefault();
    binding.onPress();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
