import { useId } from 'react';
import field from './field.module.css';
import styles from './number-field.module.css';

/** The field for the number, with its reason beside it: in a low window, both leave room for what is decided. */
export function NumberField({
  number,
  why,
  typed,
  onType,
}: {
  number: number;
  why: string;
  typed: string;
  onType: (typed: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.number}>
      <div className={field.field}>
        <label htmlFor={id}>Type {number} to confirm</label>
        <input
          id={id}
          className={field.input}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          aria-describedby={`${id}-why`}
          onChange={({ target }) => onType(target.value)}
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
