import { describe, expect, it } from 'vitest';
import { driverOf } from '../../resources/driver-profiles/test-drivers.ts';
import { planDrivers } from './plan.ts';

const profile = { id: 'p', displayName: 'Pilot ring' };
const choice = { deployAt: Date.UTC(2026, 11, 8), note: '  CHG-1 ' };

describe('a plan', () => {
  it('names the profile, and keeps what later reads are compared with', () => {
    const plan = planDrivers('approve', profile, [driverOf()], choice);
    expect(plan.title).toBe('Approve 1 driver in Pilot ring');
    expect(plan.note).toBe('CHG-1');
    expect(plan.targets[0]?.intent).toEqual({
      kind: 'driver-approval',
      action: 'approve',
      deployAt: choice.deployAt,
    });
    expect(plan.targets).toMatchObject([
      {
        id: 'p',
        name: 'Pilot ring',
        items: [
          {
            id: 'a',
            name: driverOf().name,
            detail: '31.0.101.4826',
            before: 'needsReview',
            reviewed: {
              name: driverOf().name,
              version: '31.0.101.4826',
              driverClass: 'Video',
              approvalStatus: 'needsReview',
            },
          },
        ],
      },
    ]);
  });

  it('sends a change of date as an approval with that date', () => {
    const plan = planDrivers('changeDate', profile, [driverOf({ approvalStatus: 'approved' })], choice);
    expect(plan.targets[0]?.intent).toEqual({
      kind: 'driver-approval',
      action: 'approve',
      deployAt: choice.deployAt,
    });
  });

  it.each(['decline', 'suspend'] as const)('sends no date with %s', (request) => {
    expect(planDrivers(request, profile, [driverOf()], choice).targets[0]?.intent).toMatchObject({
      deployAt: null,
    });
  });
});
