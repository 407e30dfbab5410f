import type { Desk } from './desk.ts';

/** Ids of drivers by profile. */
export type ChosenDrivers = ReadonlyMap<string, readonly string[]>;

const profiles = '/deviceManagement/windowsDriverUpdateProfiles';
const tasks = '/security/incidentTasks';

interface Row {
  readonly id: string;
  readonly approvalStatus?: string;
  readonly actionStatus?: string;
  readonly actionType?: string;
}

/** Drivers that wait for review, spread evenly over all profiles. */
export async function chooseDrivers(desk: Desk, count: number): Promise<ChosenDrivers> {
  const all = (await desk.readAll(profiles)) as Row[]; // as simulated
  const chosen = new Map<string, readonly string[]>();
  let left = count;
  for (const [index, { id }] of all.entries()) {
    const share = Math.ceil(left / (all.length - index));
    const filter = encodeURIComponent("approvalStatus eq 'needsReview'");
    const page = (await desk.read(`${profiles}/${id}/driverInventories?$filter=${filter}`)) as {
      value: Row[];
    };
    const ids = page.value.slice(0, share).map((driver) => driver.id);
    if (ids.length > 0) chosen.set(id, ids);
    left -= ids.length;
  }
  if (left > 0) throw new Error(`The seed has ${left} drivers too few`);
  return chosen;
}

/** Tasks whose action can be started. */
export async function chooseTasks(desk: Desk, count: number): Promise<readonly string[]> {
  const all = (await desk.readAll(tasks)) as Row[]; // as simulated
  const open = all.filter(
    ({ actionType, actionStatus }) => actionType !== 'text' && actionStatus === 'notStarted',
  );
  if (open.length < count) throw new Error(`The seed has only ${open.length} such tasks`);
  return open.slice(0, count).map(({ id }) => id);
}

const approve = (driverIds: readonly string[]) => ({ actionName: 'approve', driverIds });

/**
 * As the app does it: for each profile, what is there is read, and what is left to be done is sent in one request; so many
 * profiles at once.
 */
export async function approveInSteps(desk: Desk, chosen: ChosenDrivers, lanes: number): Promise<void> {
  const steps = [...chosen];
  async function lane(): Promise<void> {
    for (let step = steps.shift(); step; step = steps.shift()) {
      const [profileId, ids] = step;
      for (let sent = false; !sent; ) {
        const drivers = (await desk.readAll(`${profiles}/${profileId}/driverInventories`)) as Row[];
        const wanted = new Set(ids);
        const left = drivers.filter(
          ({ id, approvalStatus }) => wanted.has(id) && approvalStatus !== 'approved',
        );
        const body = approve(left.map(({ id }) => id));
        sent = await desk.act('setState', `${profiles}/${profileId}/executeAction`, body);
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** As scripts do it: one request for each driver, one after the other, and nothing read. */
export async function approveOneByOne(desk: Desk, chosen: ChosenDrivers): Promise<void> {
  for (const [profileId, ids] of chosen) {
    for (const id of ids) {
      const send = () => desk.act('setState', `${profiles}/${profileId}/executeAction`, approve([id]));
      while (!(await send()));
    }
  }
}

/** Reads each task, and starts its action if nobody did meanwhile; one at a time. */
export async function startInTurn(desk: Desk, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    for (let sent = false; !sent; ) {
      const task = (await desk.read(`${tasks}/${id}`)) as Row;
      if (task.actionStatus !== 'notStarted') break;
      sent = await desk.act('startWork', `${tasks}/${id}/executeResponseAction`);
    }
  }
}
