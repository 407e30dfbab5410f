import { ShieldTaskRegular } from '@fluentui/react-icons/headless/svg/shield-task';
import { isWaiting } from '../../resources/incident-tasks/states.ts';
import { countOf } from '../../ui/format.ts';
import { noPermission, stateOfRead } from './read-state.ts';
import type { TileFacts } from './tiles.tsx';
import type { useTasks } from './use-tasks.ts';

/** The number that the tasks themselves tell; what runs of this browser know comes later. */
export function taskTile({ query, rows }: ReturnType<typeof useTasks>): TileFacts {
  const state = stateOfRead(query);
  return {
    icon: ShieldTaskRegular,
    title: 'Tasks not started',
    count: state ? null : rows.filter(isWaiting).length,
    second: state ?? `of ${countOf(rows.length, 'task')}`,
    link: {
      to: '/incident-tasks',
      search: { actionStatus: ['notStarted'], status: ['open', 'inProgress'] },
    },
    why: whyNoTasks(state),
  };
}

/** The page that says what can be done about a missing permission. @param state as `stateOfRead` gives it */
export function whyNoTasks(state: string | undefined): TileFacts['why'] {
  return state === noPermission ? { to: '/incident-tasks' } : undefined;
}
