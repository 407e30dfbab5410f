import { BookmarkRegular } from '@fluentui/react-icons/headless/svg/bookmark';
import { useMatch, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readDriversSearch, readProfilesSearch } from '../../pages/driver-profiles/search.ts';
import { readHistorySearch } from '../../pages/history/search.ts';
import { readTasksSearch } from '../../pages/incident-tasks/search.ts';
import { readIncidentsSearch } from '../../pages/incidents/search.ts';
import { showColumns } from '../../ui/data-grid/column-choice.ts';
import { type KeptView, useKeptViews, type ViewSearch } from '../../ui/list-page/kept-views.ts';
import { history, incidents, incidentTasks, profiles } from '../places.ts';
import type { Entry } from './entry.ts';

/** The views that a person has named, of whatever list: each opens its page as it was then. */
export function useViewEntries(): readonly Entry[] {
  const { navigate } = useRouter();
  const profileId = useMatch({ from: '/profiles/$profileId', shouldThrow: false })?.params.profileId;
  const [ofProfiles] = useKeptViews('profiles');
  const [ofDrivers] = useKeptViews('drivers');
  const [ofIncidents] = useKeptViews('incidents');
  const [ofTasks] = useKeptViews('incident-tasks');
  const [ofHistory] = useKeptViews('history');
  return useMemo(() => {
    // The views of drivers are those of every profile: they need one that is open.
    const showDrivers = (search: ViewSearch) => {
      if (profileId === undefined) return;
      const params = { profileId };
      void navigate({ to: '/profiles/$profileId', params, search: readDriversSearch(search) });
    };
    return [
      ...entriesOf(ofProfiles, 'profiles', profiles.label, (search) => {
        void navigate({ to: '/profiles', search: readProfilesSearch(search) });
      }),
      ...entriesOf(
        ofDrivers,
        'drivers',
        'Drivers of a profile',
        showDrivers,
        profileId === undefined ? 'Open a driver profile first' : undefined,
      ),
      ...entriesOf(ofIncidents, 'incidents', incidents.label, (search) => {
        void navigate({ to: '/incidents', search: readIncidentsSearch(search) });
      }),
      ...entriesOf(ofTasks, 'incident-tasks', incidentTasks.label, (search) => {
        void navigate({ to: '/incident-tasks', search: readTasksSearch(search) });
      }),
      ...entriesOf(ofHistory, 'history', history.label, (search) => {
        void navigate({ to: '/history', search: readHistorySearch(search) });
      }),
    ];
  }, [navigate, profileId, ofProfiles, ofDrivers, ofIncidents, ofTasks, ofHistory]);
}

/**
 * @param list the name under which this browser keeps the views
 * @param page where they belong
 * @param show asks the page what a view asked
 * @param off why they can't be chosen now
 */
function entriesOf(
  views: readonly KeptView[],
  list: string,
  page: string,
  show: (search: ViewSearch) => void,
  off?: string,
): readonly Entry[] {
  return views.map(({ name, search, columns }) => ({
    id: `view:${list}:${name}`,
    kind: 'view',
    label: name,
    detail: page,
    off,
    icon: BookmarkRegular,
    onChoose() {
      showColumns(list, columns);
      show(search);
    },
  }));
}
