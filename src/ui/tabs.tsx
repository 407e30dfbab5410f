import type { KeyboardEvent } from 'react';
import { Swatch, type Tone } from './charts/stacked-bar.tsx';
import { formatCount } from './format.ts';
import styles from './tabs.module.css';

/** One tab: what it stands for, its words, and how many rows it holds, once that is known. */
export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number | undefined;
  /** The color of the same rows in a bar. */
  readonly tone?: Tone | undefined;
}

/**
 * Tabs that choose what a list shows. The Tab key stops at the selected one; arrows, Home and End go to the others, and
 * Enter or Space selects. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function Tabs<Value extends string>({
  label,
  tabs,
  selected,
  onSelect,
}: {
  label: string;
  tabs: readonly Tab<Value>[];
  selected: Value;
  onSelect: (value: Value) => void;
}) {
  return (
    <div role="tablist" aria-label={label} className={styles.tabs}>
      {tabs.map(({ value, label: text, count, tone }) => (
        <button
          key={value}
          type="button"
          role="tab"
          aria-selected={value === selected}
          tabIndex={value === selected ? 0 : -1}
          className={styles.tab}
          onClick={() => onSelect(value)}
          onKeyDown={moveFocus}
        >
          {tone && <Swatch tone={tone} />}
          <span>
            {text}
            {/* The width of the bold text is kept free, so that selecting moves no tab. */}
            <span className={styles.bold} aria-hidden="true" data-text={text} />
          </span>
          {count !== undefined && <span className={styles.count}>({formatCount(count)})</span>}
        </button>
      ))}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: tab, key } = event;
  const all = [...(tab.parentElement?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  const place = nextPlace(all.indexOf(tab), all.length, key, getComputedStyle(tab).direction === 'rtl');
  if (place === undefined) return;
  event.preventDefault();
  all[place]?.focus();
}

/** Where a key leads from the tab at a place, round the ends; undefined for a key that leads nowhere. */
export function nextPlace(place: number, count: number, key: string, rtl: boolean): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowLeft':
      return (place + ((key === 'ArrowRight') === rtl ? count - 1 : 1)) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
