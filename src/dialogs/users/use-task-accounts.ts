import { useQueries } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { AccountAction } from '../../graph/users.ts';
import { type Problem, toProblem } from '../../lib/problem.ts';
import type { Join } from '../../resources/incident-tasks/join.ts';
import type { FoundAccount } from '../../resources/users/find-account.ts';
import { accountQuery, userKeys } from '../../resources/users/queries.ts';
import { userOfTask } from '../../resources/users/user-of-task.ts';

/** The accounts of the users of tasks, as far as they are looked up. */
interface TaskAccounts {
  /** By the ids of the tasks: missing while a user is looked up. */
  readonly byTask: ReadonlyMap<string, FoundAccount>;
  readonly isLoading: boolean;
  /** Why users couldn't be looked up: the first reason. */
  readonly problem: Problem | undefined;
  readonly tryAgain: () => void;
}

/** Looks the users of tasks up, each once. It may need a permission that the person is asked for. */
export function useTaskAccounts(
  graph: Graph,
  action: AccountAction,
  tasks: readonly IncidentTask[],
  joinFor: (task: IncidentTask) => Join | undefined,
): TaskAccounts {
  const users = tasks.map((task) => ({ task, named: userOfTask(task, joinFor(task)) }));
  const keyed = users.map(({ task, named }) => ({
    task,
    named,
    key: 'user' in named ? JSON.stringify(userKeys.account(named.user, action)) : '',
  }));
  const refs = new Map(keyed.flatMap(({ key, named }) => ('user' in named ? [[key, named.user]] : [])));
  const reads = useQueries({ queries: [...refs.values()].map((user) => accountQuery(graph, user, action)) });
  const byKey = new Map([...refs.keys()].map((key, index) => [key, reads[index]]));
  const byTask = new Map(
    keyed.flatMap(({ task, named, key }): readonly (readonly [string, FoundAccount])[] => {
      if ('whyNot' in named) return [[task.id, named]];
      const read = byKey.get(key);
      if (read?.error) return [[task.id, { whyNot: 'Couldn’t look up the user' }]];
      return read?.data ? [[task.id, read.data]] : [];
    }),
  );
  const failed = reads.filter(({ error }) => error);
  return {
    byTask,
    isLoading: reads.some(({ isFetching }) => isFetching),
    problem: failed[0]?.error ? toProblem(failed[0].error) : undefined,
    tryAgain: () => {
      for (const read of failed) void read.refetch();
    },
  };
}
