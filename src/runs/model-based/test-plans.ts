import type { Plan } from '../model.ts';
import type { Command } from './test-commands.ts';
import {
  driverFacts,
  driversOf,
  profiles,
  type Service,
  type Tenant,
  taskFacts,
  tasks,
  token,
} from './test-service.ts';

/** For tests: what a person intends, by what a page shows. */
export function planOf(
  { intent, targets, isOutdated }: Extract<Command, { kind: 'start' }>,
  tenant: Tenant,
  service: Service,
): Plan {
  const all = intent.kind === 'tasks' ? tasks[tenant] : profiles[tenant];
  const ids = targets
    .map((target) => all[target % all.length] ?? '')
    // A page offers no task that is under way or done.
    .filter((id) => intent.kind !== 'tasks' || ['notStarted', 'failed'].includes(service.current(id).status));
  /** A profile that comes twice has its drivers in two steps. */
  const partOf = (profile: string, index: number) => {
    const parts = ids.filter((id) => id === profile).length;
    const part = ids.slice(0, index).filter((id) => id === profile).length;
    return driversOf(profile).filter((_, n) => n % parts === part);
  };
  const itemOf = (id: string) => {
    const before = isOutdated ? 'suspended' : service.current(id).status;
    const reviewed = {
      drivers: () => driverFacts(id, before),
      tasks: () => ({ ...taskFacts(before), source: '', target: '', deviceId: '', isolationType: '' }),
      sync: () => ({}),
    };
    return { id, name: id, detail: '', before, reviewed: reviewed[intent.kind]() };
  };
  return {
    title: `Change what ${token} asked for`,
    note: 'Ticket of anna.admin@contoso.example',
    intent,
    touches: [['profiles']],
    targets: (intent.kind === 'drivers' ? ids : [...new Set(ids)]).map((id, index) => ({
      id,
      name: `Target ${id}`,
      items: (intent.kind === 'drivers' ? partOf(id, index) : [id]).map(itemOf),
    })),
  };
}
