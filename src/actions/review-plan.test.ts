import { expect, it } from 'vitest';
import type { Intent, PlanTarget } from '../runs/model/run.ts';
import { driverKind } from './driver-approval/intent.ts';
import { reviewPlan } from './review-plan.ts';
import { statusKind } from './task-status/intent.ts';

const person = { username: 'dana@contoso.example', importantDevices: [] };
const approve = (deployAt: number | null): Intent => ({ kind: driverKind, action: 'approve', deployAt });
const status = (to: string): Intent => ({ kind: statusKind, status: to });

function targetOf(id: string, intent: Intent, count: number): PlanTarget {
  const items = Array.from({ length: count }, (_, at) => ({
    id: `${id} ${at}`,
    name: '',
    detail: '',
    before: 'needsReview',
    reviewed: { driverClass: 'Video' },
  }));
  return { id, name: id, intent, items };
}

function reviewOf(targets: readonly PlanTarget[]) {
  const intents = [...new Set(targets.map(({ intent }) => intent))];
  const seen = intents.map((intent) => ({ intent, seen: [] }));
  return reviewPlan({ title: '', note: '', targets }, seen, person);
}

it('the drivers of all dates count together: seven small parts are one large decision', () => {
  const targets = [1, 2, 3].map((date) => targetOf('pilot', approve(date), 40));
  expect(reviewOf(targets).whyType).toEqual(['Changes 120 drivers']);
  expect(reviewOf(targets.slice(0, 2)).whyType).toEqual([]);
});

it('each action counts its own', () => {
  const tasks = ['open', 'completed'].flatMap((to) => {
    const intent = status(to);
    return Array.from({ length: 60 }, (_, at) => targetOf(`${to} ${at}`, intent, 1));
  });
  const { whyType, consequences } = reviewOf([targetOf('pilot', approve(null), 90), ...tasks]);
  expect(whyType).toEqual(['Changes 120 tasks']);
  expect(consequences).toHaveLength(2);
});

it('an action that judges each intent by itself says so as before', () => {
  const sync: Intent = { kind: 'inventory-sync' };
  expect(reviewOf([targetOf('pilot', sync, 1)]).whyType).toEqual([]);
});
