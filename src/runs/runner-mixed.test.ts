import { describe, expect, it } from 'vitest';
import { actionOf } from '../actions/all.ts';
import type { Sent } from '../graph/sender.ts';
import { success, successOf } from '../graph/test-answers.ts';
import { intentsOf } from './action.ts';
import { planRest, planRetry, planUndo } from './model/retry.ts';
import { type Intent, itemsOf, type Plan } from './model/run.ts';
import { startRun } from './model/start.ts';
import { endOf, finished, type Story, startedRunner, workOf } from './testing/test-runner.ts';
import { itemOf, planOf, runOf, stepOf } from './testing/test-runs.ts';
import type { Work } from './work.ts';

/** A plan may hold changes of any kinds, to any targets. */

const approve: Intent = { kind: 'driver-approval', action: 'approve', deployAt: null };
const decline: Intent = { kind: 'driver-approval', action: 'decline', deployAt: null };
const sync: Intent = { kind: 'inventory-sync' };

/** Approves a driver of one profile and declines another, syncs a second one. */
const plan: Plan = {
  ...planOf({}),
  targets: [
    ...planOf({ pilot: ['a'] }, { intent: approve }).targets,
    ...planOf({ pilot: ['b'] }, { intent: decline }).targets,
    ...planOf({ broad: ['broad'] }, { intent: sync }).targets,
  ],
};

const accepted: Sent = { kind: 'accepted', answer: await successOf(success({})) };

/** Work of each kind, which tells in its story what it was asked to do. */
function worksOf(story: Story): (intent: Intent) => Work {
  return (intent) => {
    const name = intent.kind === 'driver-approval' ? `${intent.action}` : intent.kind;
    const own: Story = [];
    const inspect: Work['inspect'] = async ({ items }) =>
      items.map(({ id, reviewed }) => ({ id, phase: 'planned', outcome: null, reviewed }));
    const scopes = [intent.kind === 'inventory-sync' ? 'Sync.All' : 'Drivers.All'];
    const work = workOf(own, accepted, { inspect, scopes });
    return {
      ...work,
      async send(step, ids, hooks) {
        story.push(`${name} ${ids.join(' ')} of ${step.targetId}`);
        return work.send(step, ids, hooks);
      },
      observe(steps, elapsed) {
        story.push(`check ${name}: ${steps.flatMap(itemsIn).join(' ')}`);
        return work.observe(steps, elapsed);
      },
    };
  };
}

const itemsIn = ({ items }: { readonly items: readonly { readonly id: string }[] }) =>
  items.map(({ id }) => id);

describe('a plan of several actions', () => {
  it('is one run: each step is sent, and its result found, by its own action', async () => {
    const story: Story = [];
    const asked: string[][] = [];
    const { runner } = startedRunner(workOf([], accepted), {
      workFor: worksOf(story),
      prepare: async (scopes) => void asked.push([...scopes]),
    });
    const { id } = await runner.start(plan);
    const run = await finished(runner, id);
    // Permissions are asked for once, for everything that the plan needs.
    expect(asked).toEqual([['Drivers.All', 'Sync.All']]);
    expect(story.slice(0, 3)).toEqual([
      'approve a of pilot',
      'decline b of pilot',
      'inventory-sync broad of broad',
    ]);
    expect(story.slice(3).sort()).toEqual([
      'check approve: a',
      'check decline: b',
      'check inventory-sync: broad',
    ]);
    expect(endOf(run)).toEqual(['settled confirmed', 'settled confirmed', 'settled confirmed']);
    expect(intentsOf(run.steps)).toEqual([approve, decline, sync]);
  });

  it('tells what one action has found, although another one can read nothing', async () => {
    const works = worksOf([]);
    const { runner } = startedRunner(workOf([], accepted), {
      workFor: (intent) => ({
        ...works(intent),
        ...(intent.kind === sync.kind && { observe: () => Promise.reject(new Error('gone')) }),
      }),
    });
    const { id } = await runner.start(plan);
    const run = await finished(runner, id);
    expect(endOf(run)).toEqual(['settled confirmed', 'settled confirmed', 'answered successful']);
    await expect(runner.checkAgain(id)).rejects.toThrow();
  });

  it('is refused where it would change one item in two ways', () => {
    const twice = {
      ...plan,
      targets: [...plan.targets, ...planOf({ pilot: ['c', 'a'] }, { intent: decline }).targets],
    };
    const start = { tenantId: 't', accountKey: 'anna', now: 0, newId: () => 'id', actionOf };
    expect(() => startRun(twice, start)).toThrow('Two changes are planned for a');
    // The same change twice is one.
    const same = {
      ...plan,
      targets: [...plan.targets, ...planOf({ pilot: ['a'] }, { intent: approve }).targets],
    };
    expect(() => startRun(same, start)).not.toThrow();
  });

  it('leads to runs of several actions', () => {
    const failed = itemOf('a', { phase: 'settled', outcome: 'failed' });
    const done = itemOf('b', { phase: 'settled', outcome: 'confirmed' });
    const run = runOf([
      stepOf('1', [failed], { intent: approve }),
      stepOf('2', [done, itemOf('c')], { intent: approve }),
      stepOf('3', [failed, itemOf('d')], { intent: decline }),
    ]);
    const told = (next: ReturnType<typeof planRest>) =>
      next?.targets.map(({ id, intent, items }) => [id, intent.action, items.map((item) => item.id)]);
    expect(told(planRetry(run, actionOf))).toEqual([
      ['target 1', 'approve', ['a']],
      ['target 3', 'decline', ['a']],
    ]);
    expect(told(planRest(run))).toEqual([
      ['target 2', 'approve', ['c']],
      ['target 3', 'decline', ['d']],
    ]);
    // Of several requests to one target, one may be enough now.
    const parts = ['1', '2'].map((id) =>
      stepOf(id, [itemOf(`${id} a`)], { targetId: 'pilot', intent: approve }),
    );
    expect(told(planRest(runOf(parts)))).toEqual([['pilot', 'approve', ['1 a', '2 a']]]);
    // A decline has no undo.
    expect(told(planUndo(run, actionOf))).toEqual([['target 2', 'suspend', ['b']]]);
    expect(itemsOf(run)).toHaveLength(5);
  });
});
