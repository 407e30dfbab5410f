import { useState } from 'react';

/**
 * The text of a field whose value is part of what may be typed: while it is not whole, the value is '' and the text
 * stays as it was typed. A value from elsewhere, such as a preset, replaces the text.
 *
 * @param read the value that a text stands for; undefined while it is not whole. Reads what `write` writes
 * @param onChange may take its time: the values that it was told come back one after the other, and replace nothing
 */
export function useTyped(
  value: string,
  read: (text: string) => string | undefined,
  write: (value: string) => string,
  onChange: (value: string) => void,
) {
  // A kept draft may hold anything.
  const known = read(value) === undefined ? '' : value;
  const [field, setField] = useState<Field>(() => ({ text: write(known), known, told: [] }));
  const { text } = field;
  if (field.known !== known) {
    const at = field.told.indexOf(known);
    setField(
      at < 0 ? { text: write(known), known, told: [] } : { ...field, known, told: field.told.slice(at + 1) },
    );
  }
  const typed = read(text) ?? '';
  return {
    text,
    /** Something is typed, and it is not whole. */
    isHalf: text.trim() !== '' && typed === '',
    type(next: string) {
      const value = read(next) ?? '';
      setField({ ...field, text: next, told: value === typed ? field.told : [...field.told, value] });
      if (value !== typed) onChange(value);
    },
    /** Writes a whole value the usual way. */
    tidy: () => typed !== '' && setField({ ...field, text: write(typed) }),
  };
}

interface Field {
  readonly text: string;
  /** The value when the field was last drawn. */
  readonly known: string;
  /** The values that were told, and have not come back yet. */
  readonly told: readonly string[];
}
