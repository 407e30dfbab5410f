import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { StagedChange } from '../../plan/staged/staged-change.ts';
import { groupName } from '../../resources/groups/names.ts';
import { groupNamesQuery } from '../../resources/groups/queries.ts';
import { formatCount } from '../../ui/format.ts';
import { groupChangesOf } from './group-changes.ts';

const route = getRouteApi('/plan');

/** The groups that a change adds and removes, by name: "; added Pilot devices, Kiosks (excluded)". */
export function ChangedGroups({ change }: { change: StagedChange }) {
  const { graph } = route.useRouteContext();
  const changes = groupChangesOf(change);
  const ids = changes.flatMap(({ groups }) => groups.map(({ groupId }) => groupId));
  const names = useQuery(groupNamesQuery(graph, ids)).data;
  return changes.map(({ verb, groups, more }) => (
    <Fragment key={verb}>
      ; {verb}{' '}
      {groups.map(({ mode, groupId }, place) => (
        <Fragment key={groupId}>
          {place > 0 && ', '}
          <bdi>{groupName(groupId, names?.get(groupId))}</bdi>
          {mode === 'exclude' && ' (excluded)'}
        </Fragment>
      ))}
      {more > 0 && ` and ${formatCount(more)} more`}
    </Fragment>
  ));
}
