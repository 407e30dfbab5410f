import { contosoDefender } from '../../simulator/seeds/contoso-defender.ts';

const { tasks } = contosoDefender(Date.now());

/** The id of a contoso task, which is the same in every tenant of that seed. */
export function taskId(title: string): string {
  const found = tasks.find(({ record }) => record.displayName === title);
  if (!found) throw new Error(`The seed has no task ${title}`);
  return found.record.id;
}
