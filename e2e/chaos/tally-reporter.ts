import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { counts, promised, type Tally } from './tally.ts';

/** Prints the table: for each kind of fault and phase, how many cases ran and what became of the promise. */
export default class TallyReporter implements Reporter {
  private readonly lines = new Map<string, Tally>();
  private readonly failed: string[] = [];
  /** Tests that judge for themselves, and passed. */
  private others = 0;

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== 'passed' && result.status !== 'skipped') {
      this.failed.push(
        `${test.titlePath().slice(3).join(' › ')}: ${result.error?.message?.slice(0, 600) ?? ''}`,
      );
    }
    const tallies = result.attachments.filter(({ name }) => name === 'tally');
    if (result.status === 'passed' && tallies.length === 0) this.others += 1;
    for (const { body } of tallies) {
      const tally = JSON.parse(String(body)) as Tally; // written by `report`, in the same process tree
      const before = this.lines.get(tally.line);
      this.lines.set(tally.line, before ? sum(before, tally) : tally);
    }
  }

  async onEnd(result: FullResult): Promise<{ status: 'failed' } | undefined> {
    const all = [...this.lines.values()];
    if (all.length === 0) {
      for (const text of this.failed) console.log(`\nFailed: ${text}`);
      console.log(
        this.others > 0
          ? `\n${this.others} tests without a table passed.`
          : '\nNo case ran: nothing is known.',
      );
      return this.others > 0 ? undefined : { status: 'failed' };
    }
    const total = { ...all.reduce(sum), line: 'all' };
    const width = Math.max(...all.map(({ line }) => line.length));
    const heads = counts.map((name) => name.replace(/([A-Z])/g, ' $1').toLowerCase());
    const row = (name: string, cells: readonly string[]) =>
      `${name.padEnd(width)}  ${cells.map((cell, index) => cell.padStart(heads[index]?.length ?? 0)).join('  ')}`;
    console.log(`\n${row('', heads)}`);
    for (const tally of [...all.sort((a, b) => a.line.localeCompare(b.line)), total]) {
      console.log(
        row(
          tally.line,
          counts.map((name) => String(tally[name])),
        ),
      );
    }
    if (this.others > 0) console.log(`\n${this.others} tests without a line in the table passed.`);
    const broken: string[] = promised.filter((name) => total[name] > 0);
    if (this.failed.length > 0) broken.push(`${this.failed.length} tests failed`);
    const crashes = all.filter(({ unanswered }) => unanswered !== undefined);
    const ofCrashes = crashes.reduce((cases, tally) => cases + tally.cases, 0);
    const unanswered = crashes.reduce((cases, tally) => cases + (tally.unanswered ?? 0), 0);
    if (ofCrashes > 0)
      console.log(`\n${unanswered} of ${ofCrashes} crashes fell between a sending and its answer.`);
    // A crash at any other time proves little.
    if (unanswered * 3 < ofCrashes) broken.push('fewer than a third of the crashes fell there');
    if (result.status !== 'passed') broken.push(result.status);
    for (const text of this.failed) console.log(`\nFailed: ${text}`);
    if (broken.length > 0) {
      console.log(`\nBROKEN: ${broken.join(', ')}`);
      return { status: 'failed' };
    }
    console.log(
      `\nOf the ${total.cases} cases that ran, nothing was lost, doubled by the app, misreported or sent without a gesture.`,
    );
    return undefined;
  }
}

function sum(a: Tally, b: Tally): Tally {
  const added = Object.fromEntries(counts.map((name) => [name, a[name] + b[name]]));
  const unanswered = a.unanswered === undefined ? {} : { unanswered: a.unanswered + (b.unanswered ?? 0) };
  return { ...a, ...added, ...unanswered };
}
