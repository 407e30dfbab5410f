import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react';
import styles from './field.module.css';

/** What stands around a field. */
interface FieldFrame {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

/** A labeled native input with its hint and its error, both tied to it. */
export function InputField({
  label,
  hint,
  error,
  ...input
}: FieldFrame & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(tied) => <input {...input} {...tied} className={styles.input} />}
    </Frame>
  );
}

/** The same for a text of several lines. */
export function TextAreaField({
  label,
  hint,
  error,
  ...input
}: FieldFrame & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(tied) => <textarea rows={2} {...input} {...tied} className={styles.area} />}
    </Frame>
  );
}

/** @param props.children gets what ties the field to its label, hint and error */
function Frame({
  label,
  hint,
  error,
  children,
}: FieldFrame & {
  children: (tied: { id: string; 'aria-invalid': boolean; 'aria-describedby': string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': `${id}-hint ${id}-error` })}
      <div id={`${id}-hint`} className={styles.hint}>
        {hint}
      </div>
      <div id={`${id}-error`} className={styles.error} role="status">
        {error}
      </div>
    </div>
  );
}

/** A labeled native choice of one of several. */
export function SelectField({
  label,
  placeholder,
  options,
  value,
  onChange,
}: {
  label: string;
  /** Shown while nothing is chosen; absent where one of the options always is. */
  placeholder?: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.input}
        value={options.some((option) => option.value === value) ? value : ''}
        onChange={({ target }) => onChange(target.value)}
      >
        {placeholder !== undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
