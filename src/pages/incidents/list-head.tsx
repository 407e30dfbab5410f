import { FilterRegular } from '@fluentui/react-icons/headless/svg/filter';
import { memo } from 'react';
import { responseAction } from '../../actions/response-action/action.ts';
import { deskCounts } from '../../resources/incidents/desk.ts';
import { useMarks } from '../../run-panel/run-marks.tsx';
import { countTasks } from '../../run-panel/task-counts.ts';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount } from '../../ui/format.ts';
import { FilterChoices } from '../../ui/list-page/filter-values.tsx';
import { QuickFilter } from '../../ui/list-page/quick-filter.tsx';
import { SearchBox } from '../../ui/list-page/search-box.tsx';
import { ViewsMenu } from '../../ui/list-page/views-menu.tsx';
import { PageHeading } from '../../ui/page.tsx';
import { Popover } from '../../ui/popover.tsx';
import styles from './list-head.module.css';
import type { IncidentsSearch } from './search.ts';
import type { Desk } from './use-desk.ts';

/** Above the incidents: how much is left to do, which of them are listed, and the search. */
export const ListHead = memo(function ListHead({
  desk,
  show,
  onChange,
}: {
  desk: Desk;
  show: IncidentsSearch['show'];
  onChange: (next: Partial<IncidentsSearch>) => void;
}) {
  const { list, tasks, incidents, incidentsQuery, ownNames, query } = desk;
  const { asked, view } = list;
  const { notStarted } = countTasks(tasks, useMarks(responseAction), () => undefined);
  const counts = deskCounts(incidents.groups, ownNames);
  // Who has an incident, and whether it is resolved, is known once all of them are here.
  const { unread } = incidents;
  const isRead = list.isComplete && unread === 0;
  const isFiltered = asked.chosen.some((values) => values.length > 0);
  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <PageHeading title="Incidents" />
        <span className={styles.facts} title={`${countOf(notStarted, 'task')} not started`}>
          {query.data && list.isComplete && `${formatCount(notStarted)} not started`}
        </span>
        <ViewsMenu list={list.name} search={asked.search} onShow={asked.show} />
        <Popover
          trigger={(trigger) => (
            <Button
              {...trigger}
              appearance="subtle"
              size="small"
              icon={<FilterRegular />}
              className={isFiltered ? styles.filtered : undefined}
              aria-label={isFiltered ? 'Filters, some are on' : 'Filters'}
              title="Filters"
            />
          )}
        >
          {() => (
            <div className={styles.filters}>
              <label className={styles.all}>
                <input
                  type="checkbox"
                  checked={show === 'all'}
                  onChange={({ target }) => onChange({ show: target.checked ? 'all' : undefined })}
                />
                Include incidents with nothing left to do
              </label>
              {asked.filters.map((filter, index) => (
                <FilterChoices
                  key={filter.id}
                  filter={filter}
                  rows={list.rows}
                  chosen={asked.chosen[index] ?? []}
                  onChange={(values) => asked.choose(filter.id, values)}
                  isRead={isRead}
                />
              ))}
            </div>
          )}
        </Popover>
      </div>
      <div className={styles.pills}>
        <QuickFilter
          label="Open"
          count={isRead ? counts.open : undefined}
          isOn={show === undefined}
          onChange={() => onChange({ show: undefined })}
        />
        <QuickFilter
          label="Mine"
          count={isRead ? counts.mine : undefined}
          isOn={show === 'mine'}
          onChange={(isOn) => onChange({ show: isOn ? 'mine' : undefined })}
        />
        <QuickFilter
          label="No owner"
          count={isRead ? counts.noOwner : undefined}
          isOn={show === 'noOwner'}
          onChange={(isOn) => onChange({ show: isOn ? 'noOwner' : undefined })}
        />
        {list.isComplete && unread > 0 && !incidentsQuery.isFetching && (
          <span className={styles.unread} title="Their owner and status are unknown, so nothing is counted">
            {countOf(unread, 'incident')} not loaded
          </span>
        )}
      </div>
      <SearchBox
        label="Search incidents"
        value={asked.words}
        onChange={asked.searchFor}
        matching={view.matching}
        total={undefined}
      />
    </header>
  );
});
