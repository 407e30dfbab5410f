import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { counts, promised, type Tally } from './tally.ts';

/** Prints the table: for each kind of fault and phase, how many cases ran and what became of the promise. */
export default class TallyReporter implements Reporter {
  private readonly lines = new Map<string, Tally>();
  private readonly failed: string[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== 'passed' && result.status !== 'skipped') {
      this.failed.push(
        `${test.titlePath().slice(3).join(' › ')}: ${result.error?.message?.slice(0, 600) ?? ''}`,
      );
    }
    const tallies = result.attachments.filter(({ name }) => name === 'tally');
    for (const { body } of tallies) {
      const tally = JSON.parse(String(body)) as Tally; // written by `report`, in the same process tree
      const before = this.lines.get(tally.line);
      this.lines.set(tally.line, before ? sum(before, tally) : tally);
    }
  }

  onEnd(result: FullResult): void {
    const all = [...this.lines.values()];
    if (all.length === 0) return;
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
    const broken = promised.filter((name) => total[name] > 0);
    for (const text of this.failed) console.log(`\nFailed: ${text}`);
    console.log(
      broken.length === 0 && this.failed.length === 0
        ? `\nNothing was lost, doubled by the app, misreported or sent without a gesture (${result.status}).`
        : `\nBROKEN: ${[...broken, ...(this.failed.length > 0 ? [`${this.failed.length} cases failed`] : [])].join(', ')}`,
    );
  }
}

function sum(a: Tally, b: Tally): Tally {
  const added = Object.fromEntries(counts.map((name) => [name, a[name] + b[name]]));
  return { ...a, ...added };
}
