import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import styles from './date-time.module.css';
import { PickerField } from './picker-field.tsx';
import { readTime, usualTimes } from './time-text.ts';
import { useTyped } from './use-typed.ts';

const asItIs = (time: string) => time;

/**
 * A time of day, typed or picked. While it is half typed, its value is ''.
 *
 * @param props.value "06:00", or ''
 */
export function TimeField({
  label,
  value,
  onChange,
  ...field
}: {
  label: string;
  value: string;
  placement?: 'form' | 'row';
  describedBy?: string | undefined;
  onChange: (time: string) => void;
}) {
  const { text, isHalf, type, tidy } = useTyped(value, readTime, asItIs, onChange);
  return (
    <PickerField
      {...field}
      label={label}
      text={text}
      placeholder="hh:mm"
      error={isHalf ? 'Enter a full time' : undefined}
      icon={ClockRegular}
      openLabel={`Times: ${label}`}
      onType={type}
      onBlur={tidy}
    >
      {(close) => (
        <Times
          value={value}
          onPick={(time) => {
            onChange(time);
            close();
          }}
        />
      )}
    </PickerField>
  );
}

/** The usual times. Up, Down, Home and End move among them. */
function Times({ value, onPick }: { value: string; onPick: (time: string) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    usualTimes.findLastIndex((time) => time <= (value || '06:00')),
  );
  useEffect(() => {
    const option = list.current?.children[at];
    if (option instanceof HTMLElement) option.focus();
  }, [at]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const options = [...event.currentTarget.children];
    const now = options.indexOf(event.target as Element); // keys come from the option that has the focus
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: options.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const option = options[Math.max(0, Math.min(next, options.length - 1))];
    if (option instanceof HTMLElement) option.focus();
  };
  return (
    <div ref={list} role="listbox" aria-label="Times" className={styles.times} onKeyDown={onKeyDown}>
      {usualTimes.map((time, index) => (
        <button
          key={time}
          type="button"
          role="option"
          aria-selected={time === value}
          tabIndex={index === at ? 0 : -1}
          className={styles.time}
          onClick={() => onPick(time)}
        >
          {time}
        </button>
      ))}
    </div>
  );
}
