import { isDriverIntent } from '../../../actions/driver-approval/intent.ts';
import { requestOf, whyNot } from '../../../actions/driver-approval/rules.ts';
import type { Intent, Plan, Reviewed } from '../../model/run.ts';
import { driverOf } from '../test-runs.ts';
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
  { intent: asked, targets, isOutdated }: Extract<Command, { kind: 'start' }>,
  tenant: Tenant,
  service: Service,
): Plan {
  const all = asked.kind === 'response-action' ? tasks[tenant] : profiles[tenant];
  const ids = targets
    .map((target) => all[target % all.length] ?? '')
    // A page offers no task that is under way or done.
    .filter(
      (id) =>
        asked.kind !== 'response-action' || ['notStarted', 'failed'].includes(service.current(id).status),
    );
  /** A profile that comes twice has its drivers in two steps. */
  const partOf = (profile: string, index: number) => {
    const parts = ids.filter((id) => id === profile).length;
    const part = ids.slice(0, index).filter((id) => id === profile).length;
    return driversOf(profile).filter((_, n) => n % parts === part);
  };
  /** A page offers for a driver only what the rules allow; of one that is gone it does not know. */
  const isOffered = (one: Intent, id: string) => {
    const { status } = service.current(id);
    if (!isDriverIntent(one) || isOutdated || status === 'gone') return true;
    return whyNot(requestOf(one.action, status), driverOf(id, status)) === undefined;
  };
  const drivers = ids.flatMap(driversOf);
  const intent = choicesOf(asked).find((one) => drivers.some((id) => isOffered(one, id))) ?? asked;
  const itemOf = (id: string) => {
    const before = isOutdated ? 'suspended' : service.current(id).status;
    const reviewed: Readonly<Record<string, () => Reviewed>> = {
      'driver-approval': () => driverFacts(id, before),
      'response-action': () => ({
        ...taskFacts(before),
        source: '',
        target: '',
        deviceId: '',
        isolationType: '',
      }),
      'inventory-sync': () => ({}),
    };
    return { id, name: id, detail: '', before, reviewed: reviewed[intent.kind]?.() ?? {} };
  };
  return {
    title: `Change what ${token} asked for`,
    note: 'Ticket of anna.admin@contoso.example',
    targets: (intent.kind === 'driver-approval' ? ids : [...new Set(ids)]).map((id, index) => ({
      id,
      name: `Target ${id}`,
      intent,
      items: (intent.kind === 'driver-approval' ? partOf(id, index) : [id])
        .filter((one) => isOffered(intent, one))
        .map(itemOf),
    })),
  };
}

/** What a person turns to where a page does not offer what they wanted. */
function choicesOf(asked: Intent): readonly Intent[] {
  if (asked.kind !== 'driver-approval') return [asked];
  return [
    asked,
    { ...asked, action: 'approve' },
    { kind: 'driver-approval', action: 'suspend', deployAt: null },
  ];
}
