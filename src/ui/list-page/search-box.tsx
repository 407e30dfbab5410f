import { SearchRegular } from '@fluentui/react-icons/headless/svg/search';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { formatCount } from '../format.ts';
import styles from './search-box.module.css';

/** How long typing rests before the address changes, in ms: a history entry for every letter would be useless. */
const rest = 250;

/** The filter row of a list: a search field, whatever other filters there are, and how many rows match. */
export function SearchBox({
  label,
  value,
  onChange,
  matching,
  total,
  selection,
  end,
  children,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  matching: number;
  /** Undefined until the rows are there: a zero would say that there are none. */
  total: number | undefined;
  /** What is selected. The filters give way to it. */
  selection?: ReactNode;
  /** After the count, at the end of the line. */
  end?: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <search className={styles.row}>
      <label className={styles.field} htmlFor={id}>
        <SearchRegular />
        <span className={styles.label}>{label}</span>
        <SearchInput key={label} id={id} placeholder={label} value={value} onChange={onChange} />
      </label>
      <div className={styles.filters}>{children}</div>
      {selection}
      {/* With room for the longest count: the first letter typed must not break the line and move the list below. */}
      <span role="status" className={styles.count} style={{ minInlineSize: `${roomOf(total)}ch` }}>
        {total !== undefined && countText(matching, total)}
      </span>
      {end}
    </search>
  );
}

function countText(matching: number, total: number): string {
  return matching === total ? formatCount(total) : `${formatCount(matching)} of ${formatCount(total)}`;
}

/** The room for the longest count of a list, in widths of a digit. */
function roomOf(total: number | undefined): number {
  if (total === undefined) return 2;
  // " of " is narrower than four digits.
  return 2 * formatCount(total).length + 2.75;
}

/** The keys of the list count again: the focus goes to its row, or out of the field where there is none. */
function leaveFor(field: HTMLElement): void {
  const row = document.querySelector<HTMLElement>('main [role="grid"] [tabindex="0"]');
  if (row) row.focus({ preventScroll: true });
  else field.blur();
}

function SearchInput({
  id,
  placeholder,
  value,
  onChange,
}: {
  id: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // Changed by something else than this field: the back button, or "Clear filters". Our own change comes back here
    // too, perhaps when more has been typed.
    if (value !== sent) {
      setSent(value);
      setText(value);
    }
  }
  const latest = useRef(onChange);
  latest.current = onChange;
  // The timer is the browser's.
  useEffect(() => {
    if (text === sent) return;
    const timer = setTimeout(() => {
      setSent(text);
      latest.current(text);
    }, rest);
    return () => clearTimeout(timer);
  }, [text, sent]);
  return (
    <input
      id={id}
      type="search"
      className={styles.input}
      placeholder={placeholder}
      // WebKit counts the placeholder and the clear button to the words of the label around the field.
      aria-label={placeholder}
      value={text}
      maxLength={200}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={({ key, currentTarget, nativeEvent }) => {
        if (key !== 'Escape' || nativeEvent.isComposing) return;
        if (text === '') leaveFor(currentTarget);
        else setText('');
      }}
    />
  );
}
