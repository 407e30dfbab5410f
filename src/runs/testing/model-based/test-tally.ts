import type { Command } from './test-commands.ts';
import type { World } from './test-world.ts';

/** For tests: what was met in all sequences together. A model in which nothing goes wrong would prove nothing. */
export interface Tally {
  add(world: World, commands: Iterable<unknown>): void;
  /** What was met, one line a kind. */
  tell(): string;
  /** What has to be met, and was not. */
  missing(): readonly string[];
}

type Counts = Map<string, number>;
const kinds = ['sums', 'commands', 'faults', 'sent again after', 'shown', 'excused'] as const;

/** Met in a thousand sequences dozens of times each. */
const needed: readonly string[] = [
  ...['start', 'again', 'suspend', 'cancel', 'check', 'leave', 'delete', 'clear', 'crash', 'open', 'account'],
  ...['sleep', 'offline', 'other', 'token stepUp', 'token consent', 'token noService', 'clock'],
  ...['fail write', 'fail read', 'fail hash', 'fail lock'],
].map((name) => `commands: ${name}`);
const neededFaults = [
  ...[
    'lost',
    'timeout',
    'cut',
    '401',
    '401 claims',
    '403',
    '404',
    '409',
    '429',
    '503',
    '504',
    '500',
    'stale',
  ],
  ...['repeated by the browser', 'late', 'partial', 'hours to wait', 'ids omitted', 'ids failed'],
].map((name) => `faults: ${name}`);
const neededResults = [
  ...['401', '429', '503'].map((status) => `sent again after: ${status}`),
  ...['paused', 'done', 'confirmed', 'notApplied', 'changedByOther', 'rejected', 'skipped'].map(
    (name) => `shown: ${name}`,
  ),
  ...['failed', 'completed', 'notFound'].map((name) => `shown: ${name}`),
  'sums: requests of runs with several steps on one profile',
];

export function createTally(): Tally {
  const tallies = new Map<string, Counts>(kinds.map((kind) => [kind, new Map()]));
  const count = (kind: (typeof kinds)[number], name: string, times = 1) => {
    const counts: Counts = tallies.get(kind) ?? new Map();
    counts.set(name, (counts.get(name) ?? 0) + times);
  };

  function addFaults({ network }: World): void {
    for (const { call, fault, late } of network.sendings) {
      count('sums', call.endpoint === 'read' ? 'reads' : 'actions');
      if (call.path.includes('/p5/') && call.endpoint !== 'read')
        count('sums', 'requests of runs with several steps on one profile');
      if (!fault) continue;
      const name = fault.repeated ?? fault.answer;
      count('faults', fault.stale > 0 ? 'stale' : name);
      if (fault.repeated) count('faults', 'repeated by the browser');
      if (fault.isPartial && fault.applies) count('faults', 'partial');
      if (late) count('faults', 'late');
      if (name === '429' && fault.retryAfter.least > 3_600_000) count('faults', 'hours to wait');
    }
  }

  return {
    add(world, commands) {
      count('sums', 'sequences');
      count('sums', 'runs', world.runs());
      // As fast-check tells them: a command's text is its data.
      for (const text of commands) {
        const command: Command = JSON.parse(String(text));
        const detail =
          command.kind === 'fail' ? command.what : command.kind === 'token' ? command.problem : '';
        count('commands', `${command.kind} ${detail}`.trim());
      }
      addFaults(world);
      for (const status of world.judge.log.sentAgainAfter()) count('sent again after', String(status));
      for (const [name, times] of world.judge.shown) count('shown', name, times);
      for (const excuse of world.judge.excused) count('excused', excuse);
    },
    tell: () =>
      [...tallies]
        .map(([kind, counts]) => {
          const all = [...counts].sort(([a], [b]) => a.localeCompare(b));
          return `  ${kind}: ${all.map(([name, times]) => `${name} ${times}`).join(', ')}`;
        })
        .join('\n'),
    missing: () =>
      [...needed, ...neededFaults, ...neededResults].filter((full) => {
        const [kind = '', name = ''] = full.split(': ');
        return !tallies.get(kind)?.has(name);
      }),
  };
}
