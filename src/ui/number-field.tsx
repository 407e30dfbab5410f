import { type Ref, useId } from 'react';
import field from './field.module.css';
import styles from './number-field.module.css';

/** The field for the number, with its reason beside it: in a low window, both leave room for what is decided. */
export function NumberField({
  number,
  why,
  typed,
  field: input,
  onType,
  onEnter,
}: {
  number: number;
  why: string;
  typed: string;
  field?: Ref<HTMLInputElement>;
  onType: (typed: string) => void;
  /** Enter was pressed, whatever is typed. */
  onEnter?: () => void;
}) {
  const id = useId();
  return (
    <div className={styles.number}>
      <div className={field.field}>
        <label htmlFor={id}>Type {number} to confirm</label>
        <input
          id={id}
          ref={input}
          className={field.input}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          aria-describedby={`${id}-why`}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={({ key, repeat, nativeEvent }) => {
            if (key === 'Enter' && !repeat && !nativeEvent.isComposing) onEnter?.();
          }}
        />
      </div>
      <div id={`${id}-why`} className={styles.why}>
        {why}
      </div>
    </div>
  );
}

/** True where a person typed the number; what separates thousands doesn't count. */
export function isTypedNumber(typed: string, number: number): boolean {
  return typed.replaceAll(/[\s.,'’]/g, '') === `${number}`;
}
