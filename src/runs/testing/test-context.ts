import { actionOf } from '../../actions/all.ts';
import type { Sent } from '../../graph/sender.ts';
import { noon, success, successOf } from '../../graph/test-answers.ts';
import { waitFor } from '../../lib/wait.ts';
import { type RunEvent, reduceRun } from '../model/reducer.ts';
import type { Run } from '../model/run.ts';
import { startRun } from '../model/start.ts';
import type { AtTarget } from '../sending/at-target.ts';
import type { RunContext } from '../sending/run-context.ts';
import type { Work } from '../work.ts';
import { type Story, workOf } from './test-runner.ts';
import { fingerprintAtOnce, plainFingerprint, planOf } from './test-runs.ts';

export const accepted: Sent = { kind: 'accepted', answer: await successOf(success({})) };

/** For tests: a run over these targets, as its page drives it. */
export function setUpDrive(
  targets: Record<string, readonly string[]>,
  changes: Partial<Work> = {},
  sent = accepted,
) {
  const story: Story = [];
  let last = 0;
  const newId = () => {
    last += 1;
    return `step-${last}`;
  };
  const planned = startRun(planOf(targets), {
    tenantId: 't',
    accountKey: 'anna',
    now: noon,
    newId,
    actionOf,
  });
  let shown: Run = {
    ...planned,
    steps: planned.steps.map((step) => ({
      ...step,
      items: step.items.map((item) => ({
        ...item,
        fingerprint: fingerprintAtOnce(step.intent, step.targetId, item),
      })),
    })),
  };
  const record = async (...events: readonly RunEvent[]) => {
    shown = events.reduce(reduceRun, shown);
  };
  const work = workOf(story, sent, changes);
  const context: RunContext = {
    run: () => shown,
    workOf: () => work,
    fingerprint: plainFingerprint,
    record,
    require: record,
    stop: new AbortController(),
    whyPause: () => undefined,
    openElsewhere: async () => new Set(),
    allowance: { mayRepeat: () => true, mayWait: () => true },
    waits: new Map(),
    now: () => noon,
    elapsed: () => 0,
    wait: waitFor,
  };
  const free: AtTarget = async (_target, work) => {
    await work();
    return 'done';
  };
  return { context, story, free, shown: () => shown };
}
