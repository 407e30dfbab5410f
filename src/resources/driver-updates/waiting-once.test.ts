import { expect, it } from 'vitest';
import { driverOf } from '../driver-profiles/test-drivers.ts';
import { waitingOnce } from './waiting-once.ts';

it('what waits in several profiles counts once, and what is decided or not loaded doesn’t', () => {
  const idIn = (digit: string, profile: string) => `${digit.repeat(64)}_${profile}`;
  const fleet = [
    {
      drivers: [
        driverOf({ id: idIn('a', 'pilot'), driverClass: 'Firmware' }),
        driverOf({ id: idIn('b', 'pilot') }),
        driverOf({ id: 'of another shape' }),
      ],
    },
    {
      drivers: [
        driverOf({ id: idIn('a', 'broad'), driverClass: 'Firmware' }),
        driverOf({ id: idIn('c', 'broad'), approvalStatus: 'approved' }),
      ],
    },
    { drivers: undefined },
  ];
  expect(waitingOnce(fleet)).toEqual({ count: 3, firmware: 1 });
});
