import { describe, expect, it } from 'vitest';
import type { KeyBinding } from './keys.ts';
import { keyNameOf, nothingPressed, type Pressed, press } from './press.ts';

const bindingOf = (keys: string, label = keys): KeyBinding => ({ keys, label, onPress: () => undefined });

describe('the name of a key', () => {
  it.each([
    [{ key: 'a', code: 'KeyA', shiftKey: false }, 'A'],
    [{ key: 'R', code: 'KeyR', shiftKey: true }, 'Shift+R'],
    // Caps Lock
    [{ key: 'R', code: 'KeyR', shiftKey: false }, 'R'],
    // Whatever it takes to type it on this keyboard.
    [{ key: '?', code: 'Minus', shiftKey: true }, '?'],
    [{ key: '/', code: 'Digit7', shiftKey: true }, '/'],
    [{ key: 'ф', code: 'KeyA', shiftKey: false }, 'A'],
    [{ key: 'ö', code: 'Semicolon', shiftKey: false }, 'ö'],
    [{ key: 'Shift', code: 'ShiftLeft', shiftKey: true }, undefined],
    [{ key: ' ', code: 'Space', shiftKey: false }, undefined],
    [{ key: 'Enter', code: 'Enter', shiftKey: false }, undefined],
  ] as const)('%o is %s', (event, name) => {
    expect(keyNameOf(event)).toBe(name);
  });
});

describe('keys one after the other', () => {
  const bindings = ['A', 'D', 'G D', 'G I'].map((keys) => bindingOf(keys));
  const typed = (names: readonly string[], step = 100) => {
    let pressed: Pressed = nothingPressed;
    return names.map((name, index) => {
      const result = press(bindings, pressed, name, 10_000 + index * step);
      pressed = result.pressed;
      return result.binding?.keys;
    });
  };

  it('act together, and alone after a pause', () => {
    expect(typed(['G', 'D'])).toEqual([undefined, 'G D']);
    expect(typed(['G', 'D'], 2_000)).toEqual([undefined, 'D']);
    expect(typed(['G', 'G', 'I'])).toEqual([undefined, undefined, 'G I']);
  });

  it('count alone where they mean nothing together', () => {
    expect(typed(['G', 'A', 'D'])).toEqual([undefined, 'A', 'D']);
    expect(typed(['X', 'A'])).toEqual([undefined, 'A']);
  });

  it('belong to what came last', () => {
    const { binding } = press([bindingOf('A', 'first'), bindingOf('A', 'last')], nothingPressed, 'A', 10_000);
    expect(binding?.label).toBe('last');
  });
});
