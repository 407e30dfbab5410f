import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { collectedHeap, launchBrowser } from '../lib/browser.ts';
import { type BuiltSite, buildSite } from '../lib/built-site.ts';
import { describeMachine, describeVersions } from '../lib/machine.ts';
import { median, quantile, round } from '../lib/stats.ts';
import type { Frames } from './probe.ts';

// Ours, Fluent's DataGrid with its contrib virtualisation, and the floor, in one run and taking turns.
//   npx tsx bench/grid/run.ts [--rows 100000] [--runs 5]

const engines = ['ours', 'fluent', 'floor'] as const;
type Engine = (typeof engines)[number];

/** The searches of one run, key by key: a word, its removal, two more. */
const searches = 'i,in,int,inte,intel,,r,re,rea,,4,42,425,'.split(',');

interface Sample {
  readonly show: number;
  readonly filter: readonly number[];
  readonly sort: readonly number[];
  readonly selectAll: number;
  readonly toggle: readonly number[];
  readonly scroll: Frames;
  readonly fling: Frames;
  /** Over the row data, in bytes. */
  readonly heap: number;
  readonly elements: number;
}

/** One grid, from an empty page to a fling, in a page of its own. */
async function sampleGrid(browser: Browser, site: BuiltSite, engine: Engine, rows: number): Promise<Sample> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.goto(`${site.origin}/${engine}.html`);
  await page.waitForFunction(() => 'gridBench' in window);
  // The floor is a page with a single row.
  await page.evaluate((count) => window.gridBench.prepare(count), engine === 'floor' ? 1 : rows);
  const before = await collectedHeap(session);
  const show = await page.evaluate(() => window.gridBench.show());
  await page.waitForTimeout(300);
  const filter: number[] = [];
  const sort: number[] = [];
  const toggle: number[] = [];
  for (const search of searches) {
    filter.push(await page.evaluate((text) => window.gridBench.filter(text), search));
  }
  const heap = (await collectedHeap(session)) - before;
  const still: Frames = { fps: Number.NaN, dropped: Number.NaN, longest: Number.NaN };
  let sample: Sample = {
    show,
    filter,
    sort,
    selectAll: Number.NaN,
    toggle,
    scroll: still,
    fling: still,
    heap,
    elements: 0,
  };
  if (engine !== 'floor') {
    sort.push(await page.evaluate(() => window.gridBench.sort('Name', 'name', 1)));
    sort.push(await page.evaluate(() => window.gridBench.sort('Name', 'name', -1)));
    sort.push(await page.evaluate(() => window.gridBench.sort('Release date', 'releaseDateTime', 1)));
    const selectAll = await page.evaluate(() => window.gridBench.selectAll());
    toggle.push(await page.evaluate(() => window.gridBench.toggle()));
    toggle.push(await page.evaluate(() => window.gridBench.toggle()));
    const scroll = await page.evaluate(() => window.gridBench.scroll(120, 120));
    const fling = await page.evaluate(() => window.gridBench.scroll(600, 120));
    sample = { ...sample, selectAll, scroll, fling };
  }
  const elements = await page.evaluate(() => window.gridBench.elements());
  await context.close();
  return { ...sample, elements };
}

/** Medians over the runs; times in ms, heap in MB, dropped frames in per cent. */
function summarise(samples: readonly Sample[]) {
  const all = (pick: (sample: Sample) => number | readonly number[]) => samples.flatMap(pick);
  return {
    show: round(median(all((sample) => sample.show))),
    filterP50: round(median(all((sample) => sample.filter))),
    filterP95: round(
      quantile(
        all((sample) => sample.filter),
        0.95,
      ),
    ),
    sort: round(median(all((sample) => sample.sort))),
    selectAll: round(median(all((sample) => sample.selectAll))),
    toggle: round(median(all((sample) => sample.toggle))),
    scrollFps: round(median(all(({ scroll }) => scroll.fps))),
    scrollDropped: round(median(all(({ scroll }) => scroll.dropped))),
    flingFps: round(median(all(({ fling }) => fling.fps))),
    flingDropped: round(median(all(({ fling }) => fling.dropped))),
    heap: round(median(all(({ heap }) => heap)) / 1e6),
    elements: Math.max(...all(({ elements }) => elements)),
  };
}

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, runs: { type: 'string', default: '5' } },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
const machine = describeMachine();
const site = await buildSite(
  import.meta.dirname,
  engines.map((engine) => `${engine}.html`),
);
const browser = await launchBrowser();
const samples: Record<Engine, Sample[]> = { ours: [], fluent: [], floor: [] };
try {
  // Run 0 warms up and is not counted.
  for (let run = 0; run <= runs; run++) {
    for (const engine of run % 2 ? engines : engines.toReversed()) {
      const sample = await sampleGrid(browser, site, engine, rows);
      if (run > 0) samples[engine].push(sample);
    }
  }
} finally {
  await browser.close();
  await site.close();
}
const ours = summarise(samples.ours);
const fluent = summarise(samples.fluent);
const ratio = (key: keyof typeof ours) => round(ours[key] / fluent[key], 2);
const verdict = {
  show: { ratio: ratio('show'), budget: 0.6, met: ratio('show') <= 0.6 },
  filterP95: { ratio: ratio('filterP95'), budget: 0.6, met: ratio('filterP95') <= 0.6 },
  scrollDropped: { value: ours.scrollDropped, budget: 0, met: ours.scrollDropped === 0 },
  elements: { value: ours.elements, budget: 800, met: ours.elements < 800 },
};
console.log(
  JSON.stringify(
    {
      bench: 'grid',
      rows,
      runs,
      machine,
      browser: browser.version(),
      versions: describeVersions([
        'react',
        'vite',
        '@fluentui/react-components',
        '@fluentui-contrib/react-data-grid-react-window',
      ]),
      medians: { ours, fluent, floor: summarise(samples.floor) },
      oursOverFluent: {
        ...Object.fromEntries(
          (['show', 'filterP50', 'filterP95', 'sort', 'selectAll', 'toggle', 'heap'] as const).map((key) => [
            key,
            ratio(key),
          ]),
        ),
      },
      budgets: verdict,
    },
    null,
    2,
  ),
);
if (Object.values(verdict).some(({ met }) => !met)) process.exitCode = 1;
