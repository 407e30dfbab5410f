import { expect, it } from 'vitest';
import type { PlanTarget } from '../../runs/model/run.ts';
import { driverKind } from './intent.ts';
import { whyTypeDrivers, whyTypePlan } from './why-type.ts';

const video = (count: number) => Array.from({ length: count }, () => 'Video');

it.each([
  [true, video(1), []],
  [true, video(100), []],
  [true, video(101), ['Changes 101 drivers']],
  [true, ['Firmware'], ['Installs firmware, which usually can’t be rolled back']],
  [false, ['Firmware'], []],
  [false, ['System BIOS'], []],
  [false, video(101), ['Changes 101 drivers']],
] as const)(
  '[U4] the number of drivers is typed where the decision is large or hard to undo, case %#',
  (installs, classes, expected) => {
    expect(whyTypeDrivers(installs, classes)).toEqual(expected);
  },
);

it('[U4] the drivers of a plan count together, whatever their dates; firmware counts where it is installed', () => {
  const targetOf = (action: string, deployAt: number | null, classes: readonly string[]): PlanTarget => ({
    id: 'pilot',
    name: 'Pilot',
    intent: { kind: driverKind, action, deployAt },
    items: classes.map((driverClass, at) => ({
      id: `${at}`,
      name: '',
      detail: '',
      before: 'needsReview',
      reviewed: { driverClass },
    })),
  });
  expect(whyTypePlan([targetOf('approve', 1, video(60)), targetOf('approve', 2, video(60))])).toEqual([
    'Changes 120 drivers',
  ]);
  expect(whyTypePlan([targetOf('approve', 1, video(60)), targetOf('decline', null, ['Firmware'])])).toEqual(
    [],
  );
  expect(whyTypePlan([targetOf('approve', 1, ['Firmware']), targetOf('decline', null, video(1))])).toEqual([
    'Installs firmware, which usually can’t be rolled back',
  ]);
  const unread = {
    ...targetOf('approve', 1, ['']),
    items: [{ id: 'a', name: '', detail: '', before: '', reviewed: {} }],
  };
  expect(whyTypePlan([unread])).toEqual([]);
});
