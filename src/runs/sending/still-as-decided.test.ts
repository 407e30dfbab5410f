import { describe, expect, it } from 'vitest';
import { failureOf, graphRefusal } from '../../graph/test-answers.ts';
import type { Item, Run } from '../model/run.ts';
import { setUpDrive } from '../testing/test-context.ts';
import { endOf, nextId } from '../testing/test-runner.ts';
import type { Work } from '../work.ts';
import { sendStep } from './send-step.ts';

const throttled = await failureOf(graphRefusal(429));
const changed = 'settled changedByOther: Changed since you decided; skipped';
const isUntouched: Work['inspect'] = async ({ items }) =>
  items.map(({ id }) => ({ id, phase: 'planned', outcome: null }));

/** The run of a test with another item than the one that was decided about. */
function withItems(run: Run, change: (item: Item) => Partial<Item>): Run {
  const steps = run.steps.map((step) => ({
    ...step,
    items: step.items.map((item) => ({ ...item, ...change(item) })),
  }));
  return { ...run, steps };
}

describe('just before a sending', () => {
  it('what reads otherwise than it was reviewed is skipped, and the rest goes', async () => {
    const inspect: Work['inspect'] = async () => [
      { id: 'a', phase: 'planned', outcome: null, reviewed: { version: '2.0' } },
      { id: 'b', phase: 'planned', outcome: null, reviewed: {} },
    ];
    const { context, story, shown } = setUpDrive({ pilot: ['a', 'b'] }, { inspect });
    await sendStep(context, 'step-1');
    expect(story).toEqual(['inspect pilot', 'send b', 'account b']);
    expect(endOf(shown())).toEqual([changed, 'answered successful']);
  });

  it('another intent than the one that was decided sends nothing', async () => {
    const { context, story, shown } = setUpDrive({ pilot: ['a'] }, { inspect: isUntouched });
    const intent = { kind: 'driver-approval', action: 'approve', deployAt: 5 } as const;
    const changedByHand = () => ({ ...shown(), steps: shown().steps.map((step) => ({ ...step, intent })) });
    await sendStep({ ...context, run: changedByHand }, 'step-1');
    expect(story).toEqual(['inspect pilot']);
    expect(endOf(shown())).toEqual([changed]);
  });

  it('an item that nobody decided about sends nothing', async () => {
    const { context, story, shown } = setUpDrive({ pilot: ['a'] }, { inspect: isUntouched });
    const run = () => withItems(shown(), ({ fingerprint }) => (fingerprint ? { fingerprint: '' } : {}));
    await sendStep({ ...context, run }, 'step-1');
    expect(story).toEqual(['inspect pilot']);
  });

  it('it is compared again after each wait', async () => {
    let reads = 0;
    const inspect: Work['inspect'] = async () => {
      reads += 1;
      return [{ id: 'a', phase: 'planned', outcome: null, reviewed: reads === 1 ? {} : { version: '2.0' } }];
    };
    const send: Work['send'] = async (_step, _ids, hooks) => {
      await hooks.onSend?.(nextId());
      await hooks.onAnswer?.(throttled);
      expect(await hooks.reread()).toEqual([]);
      return { kind: 'nothingLeft' };
    };
    const { context, shown } = setUpDrive({ pilot: ['a'] }, { inspect, send });
    await sendStep(context, 'step-1');
    expect(endOf(shown())).toEqual([changed]);
  });
});
