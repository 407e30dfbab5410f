import { expect, type Page } from '@playwright/test';
import type { Item, Run } from '../../src/runs/model/run.ts';
import { resultsOn } from '../support/actions.ts';
import { itemStates, names, results } from '../support/words.ts';

function wordOf({ outcome, phase, left }: Item, { state, cancelled }: Run): string {
  const isDeferred = outcome === 'skipped' && (phase === 'answered' || left === 'refusedForNow');
  if (left === 'canceled' || (cancelled && isDeferred)) return itemStates.canceled;
  // Resume sends what Microsoft deferred together with what was never sent.
  if (state === 'paused' && (isDeferred || phase === 'planned')) return itemStates.notSent;
  if (outcome === null) return `no word for ${phase}`;
  // A run at rest looks for nothing: what it doesn't know waits for a person.
  return outcome === 'unknown' ? itemStates.needsAttention : results[outcome];
}

/** More rows than this are not all in the page at once. */
const mostRows = 8;

/**
 * Holds what the panel “Results” shows against the journal: row by row where all of them are in the page, by the number
 * of each outcome otherwise.
 *
 * @returns where they differ, in words
 */
export async function differencesOn(page: Page, runs: readonly Run[]): Promise<readonly string[]> {
  const panel = resultsOn(page);
  if (!(await panel.isVisible())) return ['There is no panel “Results”'];
  const closed = panel.getByRole('button', { name: names.results, exact: true, expanded: false });
  if (await closed.isVisible()) await closed.click();
  const chooser = panel.getByRole('combobox', { name: 'Run' });
  const differences: string[] = [];
  for (const run of runs) {
    if (await chooser.isVisible()) {
      const listed = await chooser.locator(`option[value="${run.id}"]`).count();
      // A run of an earlier life of the page that was over then is shown in the history only.
      if (listed === 0) continue;
      await chooser.selectOption(run.id);
    }
    const items = run.steps.flatMap(({ items: own }) => own);
    const wanted = items.length <= mostRows ? rowsOf(items, run) : countsOf(items, run);
    const read = () => (items.length <= mostRows ? readRows(page) : readCounts(page));
    await expect
      .poll(read, { timeout: 10_000 })
      .toEqual(wanted)
      .catch(async () => {
        differences.push(`Shown: ${(await read()).join('; ')}. In the journal: ${wanted.join('; ')}`);
      });
  }
  return differences;
}

const rowsOf = (items: readonly Item[], run: Run) =>
  items.map((item) => `${nameOf(item, run)}: ${wordOf(item, run)}`).sort();

/** A driver is shown with its version, where the name doesn't hold it. */
function nameOf({ name, detail }: Item, { steps }: Run): string {
  const isDriver = steps.some(({ intent }) => intent.kind === 'driver-approval');
  return isDriver && !name.includes(detail) ? `${name} ${detail}` : name;
}

function countsOf(items: readonly Item[], run: Run): readonly string[] {
  const all = items.map((item) => wordOf(item, run));
  return [...new Set(all)].map((word) => `${word} ${all.filter((other) => other === word).length}`).sort();
}

async function readRows(page: Page): Promise<readonly string[]> {
  const grid = resultsOn(page).getByRole('grid', { name: names.resultGrid });
  const heads = await grid.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((head) => head.trim().startsWith(names.resultColumn));
  const rows = await grid.getByRole('row').all();
  const read = await Promise.all(
    rows.slice(1).map(async (row) => {
      const cells = await row.locator('[role="gridcell"], [role="rowheader"]').allInnerTexts();
      return `${cells[0]?.trim()}: ${cells[at]?.trim()}`;
    }),
  );
  return read.sort();
}

async function readCounts(page: Page): Promise<readonly string[]> {
  const buttons = await resultsOn(page).locator('button[aria-pressed]').allInnerTexts();
  const counts = buttons.filter((text) => !text.trim().startsWith('All '));
  return counts.map((text) => text.replaceAll(/(?<=\d),(?=\d)/g, '').trim()).sort();
}
