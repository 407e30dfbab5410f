import { Button } from '@fluentui/react-components';
import { BookmarkRegular } from '@fluentui/react-icons/svg/bookmark';
import { lazy, Suspense } from 'react';
import { PartBoundary } from '../part-boundary.tsx';
import { Popover } from '../popover.tsx';
import menu from './filter-menu.module.css';
import type { ViewSearch } from './kept-views.ts';

const SavedViews = lazy(async () => ({ default: (await import('./saved-views.tsx')).SavedViews }));

/**
 * The views of a list that a person has named: search, filters, order and columns. They stay in this browser; the address
 * carries a view to other people, but for its columns.
 *
 * @param props.list the name under which this browser keeps the views
 * @param props.search what is asked of the list now
 * @param props.onShow asks a list what a view asked
 */
export function ViewsMenu({
  list,
  search,
  onShow,
}: {
  list: string;
  search: ViewSearch;
  onShow: (search: ViewSearch) => void;
}) {
  return (
    <Popover
      trigger={(props) => (
        <Button
          {...props}
          appearance="subtle"
          size="small"
          title="Views"
          className={menu.columns ?? ''}
          icon={<BookmarkRegular />}
        >
          <span className={menu.words}>Views</span>
        </Button>
      )}
    >
      {(close) => (
        <PartBoundary name="Saved views">
          <Suspense fallback={null}>
            <SavedViews
              list={list}
              search={search}
              onShow={(next) => {
                onShow(next);
                close();
              }}
            />
          </Suspense>
        </PartBoundary>
      )}
    </Popover>
  );
}
