import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { formatCount } from './format.ts';
import styles from './search-box.module.css';

/** How long typing rests before the address changes, in ms: a history entry for every letter serves nobody. */
const rest = 250;

/** The filter row of a list: a search field, whatever other filters there are, and how many rows match. */
export function SearchBox({
  label,
  value,
  onChange,
  matching,
  total,
  children,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  matching: number;
  total: number;
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
      {children}
      <span role="status" className={styles.count}>
        {matching === total ? formatCount(total) : `${formatCount(matching)} of ${formatCount(total)}`}
      </span>
    </search>
  );
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
  const sent = useRef(value);
  // The address changed by something else than this field: the back button, or "Clear filters".
  if (value !== sent.current) {
    sent.current = value;
    setText(value);
  }
  // The timer is the browser's.
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, rest);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <input
      id={id}
      type="search"
      className={styles.input}
      placeholder={placeholder}
      value={text}
      maxLength={200}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
