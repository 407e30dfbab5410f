import type { ItemResult, RunEvent } from '../../model/reducer.ts';
import { planRest } from '../../model/retry.ts';
import { type Item, itemsOf } from '../../model/run.ts';
import type { Runner } from '../../runner.ts';
import type { RunnerOptions } from '../../runner-options.ts';
import type { Work } from '../../work.ts';

/** For tests: something in a page that is broken on purpose, to see whether the judge notices. */
export interface Sabotage {
  readonly fetch?: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
  readonly runner?: (options: RunnerOptions) => RunnerOptions;
  readonly page?: (page: { readonly runner: Runner }) => void;
}

const onWork = (change: (work: Work) => Partial<Work>): Sabotage => ({
  runner: (options) => ({
    ...options,
    workFor(intent) {
      const work = options.workFor(intent);
      return { ...work, ...change(work) };
    },
  }),
});

const onJournal = (
  change: (journal: RunnerOptions['journal']) => Partial<RunnerOptions['journal']>,
): Sabotage => ({
  runner: (options) => ({ ...options, journal: { ...options.journal, ...change(options.journal) } }),
});

const gone = ({ id }: Item): ItemResult => ({ id, phase: 'settled', outcome: 'notFound' });

const withFirstItem = (event: RunEvent): RunEvent =>
  event.kind === 'sending'
    ? { ...event, attempt: { ...event.attempt, ids: event.attempt.ids.slice(0, 1) } }
    : event;

/** What is broken, and by which invariant the judge must tell. */
export const sabotages: readonly (readonly [what: string, tells: RegExp, sabotage: Sabotage])[] = [
  [
    'what is about to be sent is not written',
    /^I1 .* without a record of it/,
    onJournal((journal) => ({
      append: async (run, next, events) =>
        events.some(({ kind }) => kind === 'sending') ? 'written' : journal.append(run, next, events),
    })),
  ],
  [
    'what is about to be sent is written with fewer items',
    /^I1 .* is recorded with other items/,
    onJournal((journal) => ({
      append: (run, next, events) => journal.append(run, next, events.map(withFirstItem)),
    })),
  ],
  [
    'one of several items is lost before it is written',
    /^I2 .* is of no plan/,
    onJournal((journal) => ({
      begin: (run) =>
        journal.begin(
          itemsOf(run).length < 3
            ? run
            : { ...run, steps: run.steps.map((step) => ({ ...step, items: step.items.slice(0, 1) })) },
        ),
    })),
  ],
  [
    'what nobody knows is sent again',
    /^I3 .* again after/,
    onWork(({ send }) => ({
      async send(step, ids, hooks) {
        const sent = await send(step, ids, hooks);
        return sent.kind === 'unknown' ? send(step, ids, hooks) : sent;
      },
    })),
  ],
  [
    'nothing is read before it is sent again',
    /^I3 .* again without a read of/,
    onWork(({ send }) => ({
      send: (step, ids, hooks) => send(step, ids, { ...hooks, reread: async () => ids }),
    })),
  ],
  [
    'what was cancelled is sent all the same',
    /^I3 .* was cancelled, and is sent/,
    { page: ({ runner }) => void Object.assign(runner, { cancel: async () => undefined }) },
  ],
  [
    'nothing is read before it is sent',
    /^I3 .* without a read of/,
    onWork(() => ({
      inspect: async ({ items }) =>
        items.map(({ id }) => ({ id, phase: 'planned', outcome: null, pre: 'x' })),
    })),
  ],
  [
    'what other runs do not know yet is not asked for',
    /^I3 .* does not know yet/,
    onJournal(() => ({ readOpenItems: async () => new Set() })),
  ],
  [
    'a success of the answer is told as a success of the read',
    /^I4 .* says confirmed, which was never so/,
    onWork(() => ({
      account: (ids) => ids.map((id) => ({ id, phase: 'settled', outcome: 'confirmed' })),
    })),
  ],
  [
    'the first read that shows nothing is the last',
    /^I4 .* but the request had its effect/,
    onWork(({ observe }) => ({ observe: (steps) => observe(steps, 3_600_000) })),
  ],
  [
    'what could not be read is told as gone',
    /^I4 .* says notFound, which was never so/,
    onWork(({ observe }) => ({
      async observe(steps, elapsed) {
        const all = await observe(steps, elapsed);
        const goneOf = (id: string) => steps.find((step) => step.id === id)?.items.map(gone) ?? [];
        return all.map((one) => (one.problem ? { stepId: one.stepId, results: goneOf(one.stepId) } : one));
      },
    })),
  ],
  ['nothing is read afterwards', /^I5 .* is still /, onWork(() => ({ observe: async () => [] }))],
  [
    'the account is the one that the page began with',
    /^I6 .* with \w+'s token/,
    {
      runner(options) {
        let first: ReturnType<typeof options.account>;
        return {
          ...options,
          account() {
            first ??= options.account();
            return first;
          },
        };
      },
    },
  ],
  [
    'another action is sent than the one that was asked for',
    /^I7 .* sends decline/,
    {
      runner: (options) => ({
        ...options,
        workFor: (intent) =>
          options.workFor(
            intent.kind === 'driver-approval' ? { ...intent, action: 'decline', deployAt: null } : intent,
          ),
      }),
    },
  ],
  [
    'a driver is sent that nobody chose',
    /^I7 .* sends p\d-d1 of p\d, which nobody asked for/,
    onWork(({ send }) => ({
      send: (step, ids, hooks) => send(step, [...ids, `${step.targetId}-d1`], hooks),
    })),
  ],
  [
    'that a run is over is not written',
    /^I2 .* in the end/,
    onJournal((journal) => ({
      append: (run, next, events) =>
        events.some(({ kind }) => kind === 'state')
          ? Promise.resolve('written')
          : journal.append(run, next, events),
    })),
  ],
  [
    'a run that was paused goes on by itself',
    /^I7 .* nobody started it/,
    {
      page({ runner }) {
        const seen = new Set<string>();
        runner.runs.subscribe(() => {
          for (const run of runner.runs.get()) {
            const next = run.state === 'paused' && !seen.has(run.id) ? planRest(run) : undefined;
            if (!next) continue;
            seen.add(run.id);
            runner.start({ ...next, title: run.title }).catch(() => undefined);
          }
        });
      },
    },
  ],
  [
    'locks keep nobody out',
    /^I7 .* writes to/,
    {
      runner: (options) => ({
        ...options,
        locks: { tryHold: (_lock, work) => work(), hold: (_lock, work) => work() },
      }),
    },
  ],
  [
    'nobody heeds for how long Graph asks to wait',
    /^I8 .* too early/,
    {
      fetch:
        (inner) =>
        async (...request) => {
          const response = await inner(...request);
          const get = (name: string) => (/^retry-after$/i.test(name) ? null : headers.get(name));
          const { headers } = response;
          return Object.assign(response, { headers: { get } });
        },
    },
  ],
  [
    'nobody is told of what other tabs write',
    /^I10 .* shows .* and written is/,
    onJournal(() => ({ onChange: () => () => undefined })),
  ],
  [
    'an account is kept by its name',
    /^I9 the journal holds/,
    onJournal(() => ({ hashOf: async (key) => `${key}.admin@contoso.example` })),
  ],
  [
    'a read before sending never ends',
    /^I10 .* sends nothing/,
    {
      runner: (options) => ({
        ...options,
        workFor: (intent) => ({ ...options.workFor(intent), inspect: () => new Promise(() => undefined) }),
      }),
    },
  ],
];
