import fc from 'fast-check';
import type { EndpointClass } from '../../../graph/policy.ts';
import { noon } from '../../../graph/test-answers.ts';
import type { Intent } from '../../model/run.ts';
import type { Failing } from './test-browser.ts';
import { type AnswerName, answered, doubtful, type Fault, refusals, retryAfters } from './test-faults.ts';
import { type TokenProblem, tokenProblems } from './test-problems.ts';
import { driversOf, profiles, tasks } from './test-service.ts';
import type { World } from './test-world.ts';

/** For tests: all that people, networks and computers do in a sequence, as data. */
type Tab = 0 | 1;
export type Command =
  | {
      readonly kind: 'start';
      readonly tab: Tab;
      readonly intent: Intent;
      readonly targets: readonly number[];
      /** The page shows what was long ago. */
      readonly isOutdated: boolean;
    }
  /** Resumes a paused run, or tries again what was not done; or suspends what was approved. */
  | { readonly kind: 'again' | 'suspend'; readonly tab: Tab; readonly which: number }
  /** So many ms later. */
  | { readonly kind: 'cancel'; readonly tab: Tab; readonly which: number; readonly after: number }
  | { readonly kind: 'check' | 'leave'; readonly tab: Tab; readonly which: number }
  /** Deletes one run, or all of them, from what is kept. */
  | { readonly kind: 'delete'; readonly tab: Tab; readonly which: number | 'all' }
  /** Another admin. */
  | { readonly kind: 'other'; readonly id: string; readonly status: string }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'calm' }
  /** So many of these fail in the browser. */
  | { readonly kind: 'fail'; readonly what: Failing; readonly name: string; readonly times: number }
  /** So many tokens cannot be had. */
  | { readonly kind: 'token'; readonly tab: Tab; readonly problem: TokenProblem; readonly times: number }
  /** The clock of the computer shows so many ms too much from now on. */
  | { readonly kind: 'clock'; readonly offset: number }
  /** A person clears the data of the site. */
  | { readonly kind: 'clear' }
  | { readonly kind: 'crash'; readonly tab: Tab }
  | { readonly kind: 'open'; readonly tab: Tab; readonly account: string }
  /** Signs out, or in as a colleague, without leaving the page; or signs in again. */
  | { readonly kind: 'account'; readonly tab: Tab; readonly isBack: boolean }
  | { readonly kind: 'offline'; readonly tab: Tab }
  | { readonly kind: 'pass'; readonly milliseconds: number }
  | { readonly kind: 'sleep' };

const tab = fc.constantFrom<Tab>(0, 1);
const which = fc.nat(3);
const drivers = (action: 'approve' | 'decline' | 'suspend', deployAt: number | null = null): Intent => ({
  kind: 'driver-approval',
  action,
  deployAt,
});
const intent = fc.constantFrom<Intent>(
  drivers('approve'),
  // Far ahead: what has this date is not what was wanted at once.
  drivers('approve', noon + 90 * 86_400_000),
  drivers('decline'),
  drivers('suspend'),
  { kind: 'response-action' },
  { kind: 'inventory-sync' },
);
const targets = fc.oneof(
  { weight: 24, arbitrary: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }) },
  // A profile that takes several requests.
  { weight: 1, arbitrary: fc.constant([4]) },
);
const isOutdated = fc.nat(9).map((n) => n === 9);
const start = fc.record({ kind: fc.constant('start' as const), tab, intent, targets, isOutdated });

const answer: fc.Arbitrary<AnswerName> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<AnswerName>(...refusals, ...doubtful, ...answered) },
  // What sending again is about.
  { weight: 1, arbitrary: fc.constantFrom<AnswerName>('lost', '401', '429', '429', '503', '504') },
);
const actionFault: fc.Arbitrary<Fault> = fc.record({
  on: fc.constantFrom<EndpointClass>('setState', 'setState', 'startWork', 'requestWork'),
  times: fc.constantFrom(1, 1, 2, 5, 50),
  answer,
  applies: fc.boolean(),
  isPartial: fc.nat(3).map((n) => n === 3),
  late: fc.constantFrom(0, 0, 0, 3_000, 40_000, 500_000),
  repeated: fc.option(answer, { freq: 3 }),
  retryAfter: fc.constantFrom(...retryAfters),
  stale: fc.constant(0),
});
const readFault: fc.Arbitrary<Fault> = fc.record({
  on: fc.constant('read' as const),
  times: fc.constantFrom(1, 2, 5, 20, 100),
  answer,
  applies: fc.constant(false),
  isPartial: fc.constant(false),
  late: fc.constant(0),
  repeated: fc.constant(null),
  retryAfter: fc.constantFrom(...retryAfters),
  stale: fc.constantFrom(0, 0, 2_000, 30_000),
});
const fault = fc
  .oneof({ weight: 3, arbitrary: actionFault }, readFault)
  .map((one) => ({ kind: 'fault' as const, fault: one }));

const contoso = profiles.contoso.flatMap(driversOf);
const other = fc.oneof(
  fc.record({
    kind: fc.constant('other' as const),
    id: fc.constantFrom(...contoso),
    status: fc.constantFrom('approved', 'declined', 'suspended', 'needsReview', 'gone'),
  }),
  fc.record({
    kind: fc.constant('other' as const),
    id: fc.constantFrom(...tasks.contoso),
    status: fc.constantFrom('inProgress', 'completed', 'failed'),
  }),
);

const onRun: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constantFrom('again', 'again', 'check', 'suspend'), tab, which }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('cancel' as const),
      tab,
      which,
      after: fc.constantFrom(0, 0, 50, 700, 3_000, 12_000, 90_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), tab, which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      tab,
      which: fc.oneof(which, fc.constant('all' as const)),
    }),
  },
);
const pass = fc.record({
  kind: fc.constant('pass' as const),
  milliseconds: fc.constantFrom(10, 200, 1_500, 8_000, 60_000, 200_000, 1_000_000),
});
const rare: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant('fail' as const),
    what: fc.constantFrom<Failing>('write', 'write', 'read', 'hash', 'lock'),
    name: fc.constantFrom('QuotaExceededError', 'AbortError'),
    times: fc.constantFrom(1, 2, 5),
  }),
  fc.record({
    kind: fc.constant('token' as const),
    tab,
    problem: fc.constantFrom(...(Object.keys(tokenProblems) as TokenProblem[])), // its own keys
    times: fc.constantFrom(1, 2, 10),
  }),
  fc.record({
    kind: fc.constant('clock' as const),
    offset: fc.constantFrom(-3_600_000, -90_000, -2_000, 0, 2_000, 90_000, 3_600_000),
  }),
  fc.constant({ kind: 'clear' as const }),
  fc.record({ kind: fc.constant('crash' as const), tab }),
  fc.record({
    kind: fc.constant('open' as const),
    tab,
    account: fc.constantFrom('anna', 'anna', 'anna', 'bert', 'carl'),
  }),
  fc.record({
    kind: fc.constant('account' as const),
    tab,
    isBack: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('offline' as const), tab }),
  fc.constant({ kind: 'sleep' as const }),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: start },
  { weight: 6, arbitrary: pass },
  { weight: 4, arbitrary: fault },
  { weight: 1, arbitrary: fc.constant({ kind: 'calm' as const }) },
  { weight: 4, arbitrary: onRun },
  { weight: 2, arbitrary: other },
  { weight: 4, arbitrary: rare },
);

/** A command for fast-check: what it does is told by its text, which is JSON. */
class Performed implements fc.AsyncCommand<object, World> {
  readonly command: Command;

  constructor(one: Command) {
    this.command = one;
  }

  check(): boolean {
    return true;
  }

  run(_model: object, world: World): Promise<void> {
    return world.perform(this.command);
  }

  toString(): string {
    return JSON.stringify(this.command);
  }
}

/** Up to so many commands. */
export function sequences(maxCommands: number): fc.Arbitrary<Iterable<fc.AsyncCommand<object, World>>> {
  return fc.commands([command.map((one) => new Performed(one))], { maxCommands, size: 'max' });
}
