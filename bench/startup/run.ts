import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../lib/browser.ts';
import { describeMachine, describeVersions } from '../lib/machine.ts';
import { median, round } from '../lib/stats.ts';
import { type Condition, conditions, type Sample, sampleStart } from './measure.ts';
import { buildDesk, buildFloor, type Site, serveDesk } from './sites.ts';

// How long the app takes to show its first rows, beside a plain React page and a page of the parts that any such app
// has, in one run and taking turns.
//   npm run bench:startup -- [--runs 5] [--against FOLDER]…    FOLDER: an earlier build of the app, to see what a change did

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    against: { type: 'string', multiple: true, default: [] },
  },
});
const runs = Number(values.runs);
const machine = describeMachine();
const sites: Record<string, Site> = {
  plain: await buildFloor('plain'),
  practical: await buildFloor('practical'),
  ours: await buildDesk(),
};
for (const folder of values.against) sites[basename(folder)] = await serveDesk(folder);
const names = Object.keys(sites);
const samples: { name: string; condition: Condition; sample: Sample }[] = [];
const browser = await launchBrowser();
try {
  // Run 0 warms up and is not counted.
  for (let run = 0; run <= runs; run++) {
    for (const condition of ['fast', 'slow'] as const) {
      for (const [name, site] of run % 2 ? Object.entries(sites) : Object.entries(sites).toReversed()) {
        const sample = await sampleStart(browser, site, condition);
        if (run > 0) samples.push({ name, condition, sample });
      }
    }
  }
} finally {
  await browser.close();
  await Promise.all(Object.values(sites).map(({ close }) => close()));
}

/** Medians over the runs: ms, kB of 1,000 bytes, and a number of requests. */
function summarise(name: string, condition: Condition) {
  const own = samples.filter((entry) => entry.name === name && entry.condition === condition);
  const of = (key: keyof Sample) => median(own.map(({ sample }) => sample[key]));
  return {
    firstPaint: round(of('firstPaint')),
    largestPaint: round(of('largestPaint')),
    ready: round(of('ready')),
    blocking: round(of('blocking')),
    scriptWireKb: round(of('scriptWire') / 1000),
    scriptGzipKb: round(of('scriptGzip') / 1000),
    requests: of('requests'),
  };
}

function compare(name: string, condition: Condition) {
  const own = summarise(name, condition);
  return {
    firstPaintOverPlain: round(own.firstPaint / summarise('plain', condition).firstPaint, 2),
    readyOverPlain: round(own.ready / summarise('plain', condition).ready, 2),
    readyOverPractical: round(own.ready / summarise('practical', condition).ready, 2),
    // On a fast machine, no task of the floor blocks at all: then there is nothing to divide by.
    blockingOverPractical: round(own.blocking / Math.max(1, summarise('practical', condition).blocking), 2),
  };
}

const each = <Value>(make: (name: string, condition: Condition) => Value, of: readonly string[]) => ({
  fast: Object.fromEntries(of.map((name) => [name, make(name, 'fast')])),
  slow: Object.fromEntries(of.map((name) => [name, make(name, 'slow')])),
});
const slowRatios = compare('ours', 'slow');
const budgets = [
  { name: 'slow: first paint ÷ plain React', limit: 0.55, value: slowRatios.firstPaintOverPlain },
  { name: 'slow: first rows ÷ practical floor', limit: 1.2, value: slowRatios.readyOverPractical },
  { name: 'slow: blocking ÷ practical floor', limit: 1.25, value: slowRatios.blockingOverPractical },
  // Asserted by e2e/start.spec.ts, too.
  {
    name: 'script before the first rows, gzip kB',
    limit: 250,
    value: summarise('ours', 'slow').scriptGzipKb,
  },
].map((budget) => ({ ...budget, met: budget.value <= budget.limit }));

const report = {
  bench: 'startup',
  runs,
  method:
    'Production builds with the headers and compression of scripts/serve.ts. Each start is in a tab that was at the page once (the app: signed in as a driver admin, at /profiles with the tenant contoso), with an empty HTTP cache, disabled from then on. The simulator adds no latency of its own. One warm-up run is not counted; all else is.',
  conditions: { fast: 'no emulation', slow: conditions.slow },
  machine,
  browser: browser.version(),
  versions: describeVersions([
    'react',
    'vite',
    '@azure/msal-browser',
    '@fluentui/react-components',
    '@tanstack/react-query',
    '@tanstack/react-router',
  ]),
  medians: each(summarise, names),
  ratios: each(
    compare,
    names.filter((name) => name !== 'plain' && name !== 'practical'),
  ),
  budgets,
};
console.log(JSON.stringify(report, null, 2));
if (budgets.some(({ met }) => !met)) process.exitCode = 1;
