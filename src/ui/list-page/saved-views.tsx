import { Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useId, useState } from 'react';
import { CopyButton } from '../copy-button.tsx';
import { showColumns, useColumnChoice } from '../data-grid/column-choice.ts';
import { InputField } from '../field.tsx';
import menu from './filter-menu.module.css';
import {
  isSameSearch,
  longestName,
  mostViews,
  useKeptViews,
  type ViewSearch,
  withView,
} from './kept-views.ts';
import styles from './saved-views.module.css';

/** What the menu of views shows; see there. */
export function SavedViews({
  list,
  search,
  onShow,
}: {
  list: string;
  search: ViewSearch;
  onShow: (search: ViewSearch) => void;
}) {
  const id = useId();
  const [views, setViews] = useKeptViews(list);
  const { choice } = useColumnChoice(list);
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const replaced = views.some((view) => view.name === name);
  const isFull = views.length >= mostViews && !replaced;
  return (
    <section className={menu.choices} aria-labelledby={id}>
      <h2 id={id} className={`${menu.legend} ${styles.title}`}>
        Saved views
      </h2>
      {views.length === 0 ? (
        <p className={menu.none}>No view saved yet. A view holds search, filters, order and columns.</p>
      ) : (
        <ul className={styles.views} aria-labelledby={id}>
          {views.map((view) => (
            <li key={view.name} className={styles.view}>
              <button
                type="button"
                className={styles.name}
                aria-current={isSameSearch(view.search, search)}
                onClick={() => {
                  showColumns(list, view.columns);
                  onShow(view.search);
                }}
              >
                <bdi>{view.name}</bdi>
              </button>
              <Button
                appearance="subtle"
                size="small"
                icon={<DeleteRegular />}
                aria-label={`Delete the view ${view.name}`}
                onClick={() => setViews(views.filter((other) => other !== view))}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name === '' || isFull) return;
          setViews(withView(views, { name, search, columns: Object.fromEntries(choice.shown) }));
          setTyped('');
        }}
      >
        <InputField
          label="Name of this view"
          value={typed}
          maxLength={longestName}
          autoComplete="off"
          hint={replaced ? 'Replaces the view of that name.' : 'Kept in this browser.'}
          error={isFull ? `This list has ${mostViews} views. Delete one first.` : undefined}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" size="small" appearance="primary" disabledFocusable={name === '' || isFull}>
            Save view
          </Button>
          <CopyButton label="Copy link" text={location.href} isWide />
        </div>
      </form>
    </section>
  );
}
