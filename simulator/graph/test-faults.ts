import type * as v from 'valibot';
import { expect } from 'vitest';
import type { faultInput } from '../faults/fault.ts';
import { createTestSimulator } from '../test-simulator.ts';

export const profiles = '/deviceManagement/windowsDriverUpdateProfiles';
type Input = v.InferInput<typeof faultInput>;

/** A simulator with these faults on, and a person who may do everything. */
export async function setUpFaults(...faults: Input[]) {
  const simulator = createTestSimulator();
  for (const fault of faults) expect((await simulator.control('POST', '/faults', fault)).status).toBe(201);
  const token = await simulator.signIn('global.admin');
  const [profile] = simulator.tenant.intune.profiles();
  const open = [...(profile?.drivers.values() ?? [])].filter(
    ({ record, script }) => record.approvalStatus === 'needsReview' && script === undefined,
  );
  const driverIds = open.slice(0, 4).map(({ record }) => record.id);
  return {
    simulator,
    token,
    driverIds,
    profileId: profile?.record.id ?? '',
    read: () => simulator.call(token, 'GET', profiles),
    readTasks: () => simulator.call(token, 'GET', '/security/incidentTasks'),
    approve: () =>
      simulator.call(token, 'POST', `${profiles}/${profile?.record.id}/executeAction`, {
        actionName: 'approve',
        driverIds,
        deploymentDate: '2026-12-08T05:00:00Z',
      }),
  };
}
