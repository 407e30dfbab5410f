import { noon } from '../../../graph/test-answers.ts';

/** For tests: time, and everything that is going to happen. What is due at one instant happens in any order. */
export interface Timeline {
  readonly now: () => number;
  /** A number in [0, 1), drawn from the seed. Each label has a row of its own: what happens elsewhere moves none. */
  draw(label: string): number;
  /** One of these, drawn. */
  pick<Value>(label: string, values: readonly Value[]): Value;
  /** @returns the way to take it back */
  after(milliseconds: number, who: 'page' | 'service', act: () => void): () => void;
  /** Lets time pass, and everything happen that is due until then. */
  pass(milliseconds: number): Promise<void>;
  /** The computer sleeps: services go on, pages do when it wakes. */
  sleep(milliseconds: number): Promise<void>;
}

interface Due {
  readonly at: number;
  readonly rank: number;
  readonly who: 'page' | 'service';
  readonly act: () => void;
}

/** More than this never happens in hours. */
const mostEvents = 50_000;

/** What promises have to do is done before a macrotask runs. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createTimeline(seed: number): Timeline {
  const rows = new Map<string, () => number>();
  const dues = new Set<Due>();
  let time = noon;

  function draw(label: string): number {
    const row = rows.get(label) ?? createRow(seed, label);
    rows.set(label, row);
    return row();
  }

  function next(end: number, who?: 'service'): Due | undefined {
    let first: Due | undefined;
    for (const due of dues) {
      if (due.at > end || (who && due.who !== who)) continue;
      if (!first || due.at < first.at || (due.at === first.at && due.rank < first.rank)) first = due;
    }
    return first;
  }

  async function passUntil(end: number, who?: 'service'): Promise<void> {
    await settle();
    let events = 0;
    for (let due = next(end, who); due; due = next(end, who)) {
      events += 1;
      if (events > mostEvents) throw new Error('I10 Something is done over and over, and comes to no end');
      time = Math.max(time, due.at);
      dues.delete(due);
      due.act();
      await settle();
    }
    time = end;
  }

  return {
    now: () => time,
    draw,
    pick(label, values) {
      const value = values[Math.floor(draw(label) * values.length)];
      if (value === undefined) throw new Error(`Nothing to pick: ${label}`);
      return value;
    },
    after(milliseconds, who, act) {
      // Clocks show whole ms.
      const due: Due = { at: time + Math.ceil(milliseconds), rank: draw('order'), who, act };
      dues.add(due);
      return () => dues.delete(due);
    },
    pass: (milliseconds) => passUntil(time + milliseconds),
    sleep: (milliseconds) => passUntil(time + milliseconds, 'service'),
  };
}

/** Random numbers of a seed and a label (mulberry32). */
function createRow(seed: number, label: string): () => number {
  let state = seed;
  for (const letter of label) state = Math.imul(state ^ letter.charCodeAt(0), 2_654_435_761);
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
