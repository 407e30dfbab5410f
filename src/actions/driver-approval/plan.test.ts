import { describe, expect, it } from 'vitest';
import { driverOf } from '../../resources/driver-profiles/test-drivers.ts';
import { driversTitle, planDrivers } from './plan.ts';

const profile = { id: 'p', displayName: 'Pilot ring' };
const choice = { deployAt: Date.UTC(2026, 11, 8), note: '  CHG-1 ' };

describe('the title of a decision', () => {
  const pen = { name: 'Surface Pen', detail: '1.2' };
  const keyboard = { name: 'Surface Keyboard', detail: '1.2' };
  const rings = ['Pilot ring', 'Early ring'];

  it('names the driver where one is all of it, and counts several', () => {
    expect(driversTitle('approve', [pen, pen], rings)).toBe('Approve Surface Pen 1.2 in 2 profiles');
    expect(driversTitle('approve', [pen, keyboard], rings)).toBe('Approve 2 drivers in 2 profiles');
    expect(driversTitle('decline', [pen], ['Pilot ring'])).toBe('Decline Surface Pen 1.2 in Pilot ring');
    // A profile that lists the driver twice.
    expect(driversTitle('approve', [pen, pen], ['Pilot ring'])).toBe('Approve 2 drivers in Pilot ring');
    expect(driversTitle('approve', [], [])).toBe('Approve 0 drivers in 0 profiles');
  });
});

describe('a plan', () => {
  it('names the profile, and keeps what later reads are compared with', () => {
    const plan = planDrivers('approve', profile, [driverOf()], choice);
    expect(plan.title).toBe('Approve Intel - Display 31.0.101.4826 in Pilot ring');
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
