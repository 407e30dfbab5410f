import type { FluentIcon } from '@fluentui/react-icons/svg';
import { type ReactNode, useId } from 'react';
import { Button } from '../button.tsx';
import field from '../field.module.css';
import { Popover } from '../popover.tsx';
import styles from './date-time.module.css';

/**
 * A field for typing, with a button that opens what the same can be picked from. What opens lies in the browser's top
 * layer, inside of the dialog that the field may be in: outside of it, nothing could be clicked.
 *
 * @param props.placement the label above the field, as in a form, or before it, as in a row of filters
 * @param props.describedBy the id of what describes this field along with others
 */
export function PickerField({
  label,
  text,
  placeholder,
  error,
  isInvalid = error !== undefined,
  placement = 'form',
  describedBy,
  icon: Icon,
  openLabel,
  onType,
  onBlur,
  children,
}: {
  label: string;
  text: string;
  placeholder: string;
  error: string | undefined;
  isInvalid?: boolean;
  placement?: 'form' | 'row';
  describedBy?: string | undefined;
  icon: FluentIcon;
  openLabel: string;
  onType: (text: string) => void;
  onBlur: () => void;
  /** Drawn while it is open. */
  children: (close: () => void) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={placement === 'form' ? field.field : styles.row}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.box} data-invalid={isInvalid}>
        <input
          id={id}
          className={styles.input}
          value={text}
          placeholder={placeholder}
          size={placeholder.length}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isInvalid}
          aria-describedby={describedBy === undefined ? `${id}-error` : `${id}-error ${describedBy}`}
          onChange={({ target }) => onType(target.value)}
          onBlur={onBlur}
        />
        <Popover
          trigger={(props) => (
            <Button
              {...props}
              type="button"
              appearance="transparent"
              size="small"
              icon={<Icon />}
              aria-label={openLabel}
            />
          )}
        >
          {children}
        </Popover>
      </span>
      <span id={`${id}-error`} className={field.error} role="status">
        {error}
      </span>
    </div>
  );
}
