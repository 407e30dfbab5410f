import { expect, it } from 'vitest';
import type { DriverIntent } from './intent.ts';
import { reviewDriversAfresh } from './review.ts';

function reviewOf(action: DriverIntent['action'], ...statuses: readonly string[]) {
  const items = statuses.map((before, index) => ({
    id: String(index),
    name: `Driver ${index}`,
    detail: '1.0',
    before,
    reviewed: { approvalStatus: before, driverClass: 'Firmware' },
  }));
  const intent: DriverIntent = { kind: 'driver-approval', action, deployAt: null };
  return reviewDriversAfresh([{ id: 'p', name: 'Pilot ring', intent, items }], intent, []);
}

it('a run that follows says what an approval ends, as the first dialog did', () => {
  const { consequences, warnings } = reviewOf('approve', 'needsReview', 'declined', 'suspended', 'suspended');
  expect(consequences).toEqual([
    expect.stringMatching(/^Windows Update offers these drivers/),
    '1 declined: an approval can’t be taken back to declined. 2 paused: an approval resumes their rollout.',
  ]);
  expect(warnings).toEqual([expect.stringMatching(/^4 drivers are firmware/)]);
});

it('where nothing ends, it says nothing of that', () => {
  expect(reviewOf('approve', 'needsReview').consequences).toHaveLength(1);
  expect(reviewOf('suspend', 'approved').consequences).toHaveLength(1);
});
