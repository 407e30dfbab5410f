import { expect, it } from 'vitest';
import { changeKey } from '../../plan/staged/staged-change.ts';
import { type Item, outcomes, type Run, type Step } from '../../runs/model/run.ts';
import { decidedIn } from './decided-in-runs.ts';

const item = (id: string, facts: Partial<Item>) => ({ id, before: 'needsReview', ...facts }) as Item; // what is looked at
const runOf = (state: Run['state'], items: readonly Item[]) =>
  ({ state, steps: [{ targetId: 'pilot', items } as unknown as Step] }) as unknown as Run;
const keys = (...ids: string[]) => ids.map((id) => changeKey({ target: { id: 'pilot' }, item: { id } }));

it('a driver counts as decided from the beginning of its run, until the run fails to decide it', () => {
  expect(
    decidedIn([
      runOf('running', [
        item('planned', { phase: 'planned', outcome: null }),
        item('sending', { phase: 'sending', outcome: null }),
        item('answered', { phase: 'answered', outcome: 'successful' }),
        item('refused', { phase: 'answered', outcome: 'rejected' }),
        item('another', { phase: 'answered', outcome: 'successful', before: 'declined' }),
      ]),
      runOf('done', [
        item('confirmed', { phase: 'settled', outcome: 'confirmed' }),
        item('unknown', { phase: 'settled', outcome: 'unknown' }),
      ]),
      runOf('paused', [item('notSent', { phase: 'planned', outcome: null })]),
    ]),
  ).toEqual(keys('planned', 'sending', 'answered', 'confirmed'));
});

it.each(outcomes)(
  'of a run that is over, a driver counts as decided only where Intune has it so: %s',
  (outcome) => {
    const isDecided = outcome === 'confirmed' || outcome === 'successful';
    expect(decidedIn([runOf('done', [item('a', { phase: 'settled', outcome })])])).toEqual(
      isDecided ? keys('a') : [],
    );
  },
);
