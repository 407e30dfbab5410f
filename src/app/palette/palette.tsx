import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useAccount } from '../../auth/session.ts';
import { formatCount } from '../../ui/format.ts';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { recentsQuery } from '../queries.ts';
import type { ShellActions } from './app-entries.ts';
import type { Entry, Found, ListKeys, Section } from './entry.ts';
import { createFinder, partsOf, withTaskSearch } from './find.ts';
import styles from './palette.module.css';
import { keepRecent } from './recents.ts';
import { taskSearchEntry } from './things.ts';
import { useEntries } from './use-entries.ts';
import { nothingText, statusText } from './words.ts';

const nothingRecent: readonly string[] = [];

/** The entry at which the arrow keys stand; with other letters, they stand at the best match again. */
interface Place {
  readonly text: string;
  readonly entryId: string | undefined;
}

/**
 * What the field finds, in sections. The focus stays in the field, which hands its keys on.
 *
 * @param props.onActive tells the field which option the arrow keys stand at; undefined for none
 */
export function Palette({
  listId,
  text,
  actions,
  listKeys,
  earlyKeys,
  onActive,
  onLeave,
}: {
  listId: string;
  text: string;
  actions: ShellActions;
  listKeys: RefObject<ListKeys | null>;
  /** Pressed before the list was there: it takes them one after the other. */
  earlyKeys: RefObject<Parameters<ListKeys>[0][]>;
  onActive: (optionId: string | undefined) => void;
  onLeave: () => void;
}) {
  const { key: accountKey } = useAccount();
  const recents = useQuery(recentsQuery(accountKey)).data ?? nothingRecent;
  const { entries, unread } = useEntries(actions);
  const { navigate } = useRouter();
  const find = useMemo(() => createFinder(entries, recents), [entries, recents]);
  // Letters come first, what they find a moment later.
  const shownText = useDeferredValue(text);
  const sections = useMemo(() => {
    const typed = shownText.trim();
    return withTaskSearch(find(shownText), typed, taskSearchEntry(navigate, typed));
  }, [find, shownText, navigate]);
  const [place, setPlace] = useState<Place>();
  const [whyNot, setWhyNot] = useState<Entry>();

  const options = sections.flatMap(({ found }) => found);
  // By its id: a list that is read meanwhile may put entries before this one.
  const placed =
    place?.text === shownText ? options.findIndex(({ entry }) => entry.id === place.entryId) : -1;
  const index = placed === -1 ? firstOf(options, shownText) : placed;
  const optionId = (at: number) => `${listId}-${at}`;
  const activeId = options.length > 0 ? optionId(index) : undefined;
  useLayoutEffect(() => {
    onActive(activeId);
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId, onActive]);

  function choose(entry: Entry | undefined) {
    if (!entry) return;
    if (entry.off !== undefined) {
      setWhyNot(entry);
      return;
    }
    // Commands are all in sight before anything is typed.
    if (entry.kind !== 'command' && entry.kind !== 'app') void keepRecent(accountKey, entry.id);
    onLeave();
    entry.onChoose();
  }

  // The field has the focus, and so the keys.
  useEffect(() => {
    const stand = (at: number) => {
      setWhyNot(undefined);
      setPlace({ text: shownText, entryId: options.at(at % options.length)?.entry.id });
    };
    listKeys.current = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
      if (event.key === 'ArrowDown') stand(index + 1);
      else if (event.key === 'ArrowUp') stand(index - 1);
      else if (event.key === 'Home') stand(0);
      else if (event.key === 'End') stand(options.length - 1);
      // Typed faster than it was found: what counts is what stands in the field.
      else if (event.key === 'Enter')
        choose(shownText === text ? options[index]?.entry : find(text)[0]?.found[0]?.entry);
      else return false;
      event.preventDefault();
      return true;
    };
    const early = earlyKeys.current.shift();
    if (early) listKeys.current(early);
    return () => {
      listKeys.current = null;
    };
  });

  return (
    <>
      <div
        id={listId}
        role="listbox"
        aria-label="Results of the search"
        className={styles.list}
        hidden={options.length === 0}
        // The focus stays in the field.
        onPointerDown={(event) => event.preventDefault()}
      >
        {sections.map((section, at) => (
          <SectionOptions
            key={section.title}
            section={section}
            id={`${listId}-section-${at}`}
            first={sections.slice(0, at).reduce((sum, { found }) => sum + found.length, 0)}
            activeIndex={index}
            optionId={optionId}
            onChoose={choose}
          />
        ))}
      </div>
      {options.length === 0 && (
        <p className={styles.nothing}>
          {nothingText(unread)}. Search finds pages, commands, profiles, devices, users, incidents, tasks, and
          runs. Drivers and titles of incidents are found once a page has loaded them.
        </p>
      )}
      <p role="status" className={whyNot ? styles.whyNot : styles.hidden}>
        {whyNot ? `${whyNot.label}: ${whyNot.off}` : statusText(options.length, shownText, unread)}
      </p>
    </>
  );
}

/** The best match; while nothing is typed, the first that can be chosen. */
function firstOf(options: readonly Found[], text: string): number {
  if (text.trim() !== '') return 0;
  return Math.max(
    0,
    options.findIndex(({ entry }) => entry.off === undefined),
  );
}

function SectionOptions({
  section: { title, found, total },
  id,
  first,
  activeIndex,
  optionId,
  onChoose,
}: {
  section: Section;
  id: string;
  /** The place of its first option among all. */
  first: number;
  activeIndex: number;
  optionId: (at: number) => string;
  onChoose: (entry: Entry) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box
    <div role="group" aria-labelledby={id} className={styles.section}>
      <div id={id} className={styles.heading}>
        {title}
        {total > found.length && (
          <span className={styles.total}>
            {' '}
            {found.length} of {formatCount(total)}
          </span>
        )}
      </div>
      {found.map((each, at) => (
        <Option
          key={each.entry.id}
          id={optionId(first + at)}
          found={each}
          isActive={first + at === activeIndex}
          onChoose={() => onChoose(each.entry)}
        />
      ))}
    </div>
  );
}

function Option({
  id,
  found: { entry, marks },
  isActive,
  onChoose,
}: {
  id: string;
  found: Found;
  isActive: boolean;
  onChoose: () => void;
}) {
  const { label, detail, off, keys, icon: Icon } = entry;
  const hasKeys = usePreferences()[0].singleKeys === 'on';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={off !== undefined}
      className={styles.option}
      onClick={onChoose}
    >
      <span className={styles.icon}>
        <Icon />
      </span>
      <span className={styles.text}>
        <bdi className={styles.label}>
          <Marked text={label} marks={marks} />
        </bdi>
        {(off ?? detail) !== '' && (
          <bdi className={styles.detail}>
            {off ?? <Marked text={detail} marks={marks} from={label.length + 1} />}
          </bdi>
        )}
      </span>
      {keys !== undefined && hasKeys && (
        <span aria-hidden="true">
          <KeyCaps keys={keys} />
        </span>
      )}
    </div>
  );
}

function Marked({ text, marks, from = 0 }: { text: string; marks: readonly number[]; from?: number }) {
  return partsOf(text, marks, from).map(({ text: part, isMarked }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
    isMarked ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
  );
}
