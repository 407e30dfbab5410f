import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import { SearchRegular } from '@fluentui/react-icons/headless/svg/search';
import {
  type KeyboardEvent,
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Button } from '../../ui/button.tsx';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';
import { isDialogOpen } from '../../ui/keys/listen.ts';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import type { ShellActions } from './app-entries.ts';
import type { ListKeys } from './entry.ts';
import styles from './search-field.module.css';

// With its fuzzy search, it comes when it is opened. Letters typed before that are kept in the field.
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** Where the keyboard says "Ctrl", a Mac says "⌘". */
const opener = /^Mac/.test(navigator.platform) ? '⌘ K' : 'Ctrl K';

/**
 * One field for pages, things and commands, with what it finds below: a button on a phone, where the field takes the
 * header's place. Ctrl+K opens it from anywhere; Escape closes it, and focus goes back to where it was.
 */
export function SearchField(actions: ShellActions) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const listKeys = useRef<ListKeys>(null);
  /** Keys that came before the list was there to take them. */
  const earlyKeys = useRef<KeyboardEvent<HTMLElement>[]>([]);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  // The field answers the key at once, and what it finds comes in the next frames.
  const isListed = useDeferredValue(isOpen);
  const [active, setActive] = useState<string>();

  function open() {
    const focused = document.activeElement;
    if (focused !== field.current) cameFrom.current = focused;
    setOpen(true);
  }
  function close() {
    cameFrom.current = null;
    earlyKeys.current = [];
    setOpen(false);
    setText('');
    setActive(undefined);
  }
  /** Closes, and gives the focus back to what had it. */
  function leave() {
    const home = cameFrom.current;
    close();
    if (home instanceof HTMLElement && home.isConnected && home !== document.body) home.focus();
    else field.current?.blur();
  }

  // On a phone, the field is there only now.
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);

  const onChord = useRef<() => void>(undefined);
  onChord.current = () => (isOpen ? leave() : open());
  // The keyboard is the browser's.
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isChord || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (!event.repeat && !isDialogOpen()) onChord.current?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <Button
        appearance="subtle"
        icon={<SearchRegular />}
        aria-label="Search and commands"
        className={styles.button ?? ''}
        onClick={open}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the focus has left what it holds */}
      <div
        ref={place}
        className={isOpen ? `${styles.place} ${styles.open}` : styles.place}
        onBlur={({ relatedTarget }) => {
          if (!(relatedTarget instanceof Node && place.current?.contains(relatedTarget))) close();
        }}
      >
        <label className={styles.field}>
          <SearchRegular />
          <input
            ref={field}
            role="combobox"
            aria-label="Search and commands"
            // Without a match there is no list.
            aria-expanded={active !== undefined}
            aria-controls={active === undefined ? undefined : listId}
            aria-activedescendant={active}
            aria-autocomplete="list"
            aria-keyshortcuts="Control+K Meta+K"
            placeholder="Search drivers, profiles, incidents, runs"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={text}
            onChange={({ target }) => {
              open();
              setText(target.value);
            }}
            onClick={open}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (isOpen && listKeys.current?.(event)) return;
              if (isOpen && !listKeys.current) earlyKeys.current.push(event);
              if (event.key === 'ArrowDown') open();
              else if (event.key === 'Escape' && isOpen) leave();
              else return;
              event.preventDefault();
            }}
          />
          <span className={styles.keys} aria-hidden="true">
            <KeyCaps keys={opener} />
          </span>
        </label>
        {isOpen && (
          <>
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label="Close search"
              className={styles.close ?? ''}
              onClick={leave}
            />
            <div className={styles.results}>
              {isListed && (
                <PartBoundary name="The search">
                  <Suspense fallback={<p className={styles.loading}>Loading…</p>}>
                    <Palette
                      listId={listId}
                      text={text}
                      actions={actions}
                      listKeys={listKeys}
                      earlyKeys={earlyKeys}
                      onActive={setActive}
                      onLeave={leave}
                    />
                  </Suspense>
                </PartBoundary>
              )}
            </div>
          </>
        )}
      </div>
    </>
  );
}
