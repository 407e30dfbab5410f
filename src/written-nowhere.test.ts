import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { offenders, product, repository, storeyOf } from './test-sources.ts';

describe('[SR-22] what is written nowhere', () => {
  it('[SR-14] requests outside the two places that send them', () => {
    const requests =
      /(?<![\w.])(?:globalThis\.|window\.)?fetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/;
    const places = ['src/config.ts', 'src/graph/client.ts', 'src/graph/transport.ts'];
    expect(offenders(product, requests).sort()).toEqual(places);
  });

  it.each([
    [
      'HTML from text',
      /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/,
    ],
    ['code from text', /\beval\(|new Function\(|set(Timeout|Interval)\(['"`]/],
    ['tokens kept by hand', /localStorage[^\n]*[tT]oken|sessionStorage[^\n]*[tT]oken/],
    // Sign-in leaves the page and comes back: a browser blocks windows that no click opened.
    ['[A20] windows of our own', /\b(login|acquireToken|logout)Popup\b|window\.open\(/],
    ['[G30] requests packed into one', /\$batch/],
    ['[M5] foreign data merged into objects', /Object\.assign\(|\bfor \((const|let|var) \w+ in /],
    [
      '[M10] elements found by a name on the window',
      /window\.name\b|window\[['"`]|document\.(forms|all|anchors)\b/,
    ],
    [
      '[SR-34] messages between windows',
      /(window|parent|opener|top)\.postMessage|contentWindow|window\.opener/,
    ],
    ['[SR-35] cookies', /document\.cookie|cookieStore/],
    // What became of a run stays in the panel, and the notice of it until a person has seen or dismissed it.
    ['[AX-3] texts that go by themselves', /\bToast(er|Body|Title)?\b|useToast/],
    // Put together from parts that stand in the same file, and from nothing else: `${at}${label}`.
    ['patterns from what people type', /new RegExp\((?!`[^`]*`, 'gu'\))/],
    [
      '[AX-33] tips that come and go',
      /\b(Tooltip|InfoLabel|InfoButton|Popover\w*Surface)\b(?=[^\n]*@fluentui)|<Tooltip\b/,
    ],
    // Those of `useKeys` have one listener, which a person can switch off.
    ['[AX-32] keys of one letter heard by a component', /\.key === '[A-Za-z0-9]'|accessKey/],
  ])('%s', (_what, pattern) => {
    expect(offenders(product, pattern)).toEqual([]);
  });

  it('a query key, but for the files of queries', () => {
    const keys = /\bqueryKey: \[|Keys = \{|QueryData(<[^(]*>)?\(\[/;
    const writers = offenders(product, keys);
    expect(writers.filter((path) => basename(path) !== 'queries.ts')).toEqual([]);
    expect(writers.length).toBeGreaterThan(2);
  });

  it('the kind of an action compared outside of the actions', () => {
    const folders = readdirSync(join(repository, 'src/actions'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const constants = product.flatMap(({ path, text }) =>
      storeyOf(path) === 'actions'
        ? [...text.matchAll(/export const (\w+Kind)\b/g)].map(([, name]) => name)
        : [],
    );
    expect(constants.length).toBeGreaterThan(3);
    const kinds = new RegExp(
      `'(${folders.join('|')})'(?![^\\n]*from)|\\bintent\\.kind\\b|\\b(${constants.join('|')})\\b`,
    );
    const elsewhere = product.filter(({ path }) => storeyOf(path) !== 'actions');
    expect(offenders(elsewhere, kinds)).toEqual([]);
    expect(offenders(product, kinds).length).toBeGreaterThan(2);
  });

  it('[B17] a sending in an effect: none starts a run, or has one that does', () => {
    const effects = product.flatMap(({ path, text }) => effectsIn(text).map((body) => ({ path, body })));
    expect(effects.length).toBeGreaterThan(10);
    const sending =
      /\bmutate|\brunner\.(start|cancel|preview|checkAgain|takeUp)\b|\bstart\w*[.(]|\.act\(|useStartRun/;
    expect(effects.filter(({ body }) => sending.test(body)).map(({ path }) => path)).toEqual([]);
    expect(
      effectsIn('useEffect(() => {\n  start.mutate(plan);\n}, []);').filter((body) => sending.test(body)),
    ).toHaveLength(1);
  });

  it('[M18] a link elsewhere that hands on where it was followed', () => {
    const links = product.flatMap(({ text }) => text.match(/<(a|Link)\b[^>]*target="_blank"[^>]*>/gs) ?? []);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !link.includes('rel="noopener noreferrer"'))).toEqual([]);
  });

  it('[AX-11] what interrupts a screen reader, but for problems', () => {
    expect(
      offenders(product, /role="alert"|aria-live="assertive"|politeness: 'assertive'|alert: true/),
    ).toEqual(['src/ui/problem-banner.tsx', 'src/pages/overview/failures.tsx']);
  });

  it('[AX-34] a page that does not say its language', () => {
    for (const page of ['index.html', 'redirect.html'])
      expect(readFileSync(join(repository, page), 'utf8')).toMatch(/<html lang="en"/);
  });

  it('[SR-34] a channel between tabs, but for one whose messages are checked, and one whose messages say nothing', () => {
    expect(offenders(product, /BroadcastChannel|postMessage/)).toEqual([
      'src/plan/staged/use-plan.ts',
      'src/runs/journal/indexed-journal.ts',
    ]);
  });
});

/** What the effects of a component do: the text between the brackets of each call. */
function effectsIn(text: string): string[] {
  return [...text.matchAll(/\buse(Layout|Insertion)?Effect\(/g)].map(({ index, 0: call }) => {
    let depth = 1;
    let end = index + call.length;
    for (; depth > 0 && end < text.length; end += 1) {
      if (text[end] === '(') depth += 1;
      else if (text[end] === ')') depth -= 1;
    }
    return text.slice(index + call.length, end);
  });
}
