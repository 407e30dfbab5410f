import { expect, it } from 'vitest';
import type { Plan } from '../runs/model.ts';
import { reviewPlan } from './review-plan.ts';

const person = { username: 'dana@contoso.example', importantDevices: [] };

function planOf(action: 'approve' | 'suspend', ...statuses: readonly string[]): Plan {
  const items = statuses.map((before, index) => ({
    id: String(index),
    name: `Driver ${index}`,
    detail: '1.0',
    before,
    reviewed: { approvalStatus: before, driverClass: 'Firmware' },
  }));
  return {
    title: '',
    intent: { kind: 'drivers', action, deployAt: null },
    note: '',
    touches: [],
    targets: [{ id: 'p', name: 'Pilot ring', items }],
  };
}

const reviewOf = (plan: Plan) => reviewPlan(plan, { kind: 'drivers', profiles: [] }, person);

it('a run that follows says what an approval ends, as the first dialog did', () => {
  const { consequences, warnings } = reviewOf(
    planOf('approve', 'needsReview', 'declined', 'suspended', 'suspended'),
  );
  expect(consequences).toEqual([
    expect.stringMatching(/^Windows Update offers these drivers/),
    '1 declined: an approval can’t be taken back to declined. 2 paused: an approval resumes their rollout.',
  ]);
  expect(warnings).toEqual([expect.stringMatching(/^4 drivers are firmware/)]);
});

it('where nothing ends, it says nothing of that', () => {
  expect(reviewOf(planOf('approve', 'needsReview')).consequences).toHaveLength(1);
  expect(reviewOf(planOf('suspend', 'approved')).consequences).toHaveLength(1);
});
