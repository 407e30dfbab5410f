import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { countOf } from '../../ui/format.ts';

import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { SearchRow } from '../../ui/list-page/search-row.tsx';
import { useAsked, useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { rowsOf, useList } from '../../ui/list-page/use-list.ts';
import { useSelection } from '../../ui/list-page/use-selection.ts';
import { EmptyState } from '../../ui/page.tsx';
import { useNow } from '../../ui/use-now.ts';
import { reviewText } from './counts.ts';
import { profileColumnsAt, profileId } from './profile-columns.tsx';
import { ProfileCommands } from './profile-commands.tsx';
import { profilesReads } from './reads.ts';
import type { ProfilesSearch } from './search.ts';

const route = getRouteApi('/profiles');
const noFilters: ProfilesSearch = { q: undefined };

/** Every driver update profile, and where drivers wait for review. */
export function ProfilesPage() {
  const { graph, runner } = route.useRouteContext();
  const asked = useAsked(route.useSearch(), useChangeSearch<ProfilesSearch>(), { noFilters });
  const query = useQuery(profilesReads.of({ graph }, {}).profiles);
  const now = useNow();
  const columns = useMemo(() => profileColumnsAt(now), [now]);
  const list = useList(rowsOf(query), asked, {
    name: 'profiles',
    noun: 'profile',
    columns,
    rowId: profileId,
  });
  const selection = useSelection(list, 'profiles');
  const { rows } = list;
  return (
    <ListPage
      title="Driver profiles"
      facts={
        <ReadFacts query={query} facts={[countOf(rows.length, 'profile'), reviewText(rows)]}>
          <span>Driver update policies in Intune</span>
        </ReadFacts>
      }
      commands={<ProfileCommands list={list} selection={selection} runner={runner} />}
      filters={<SearchRow list={list} />}
    >
      <ListGrid
        label="Driver profiles"
        list={list}
        selection={selection}
        rowName={profileName}
        empty={
          <EmptyState title="No driver update profiles">
            <p>
              Create profiles in the Intune admin center:{' '}
              <strong>Devices &gt; Windows updates &gt; Driver updates</strong>. You need an Intune license
              and a Windows license that includes driver management.
            </p>
          </EmptyState>
        }
      />
    </ListPage>
  );
}
