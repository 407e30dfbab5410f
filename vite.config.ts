import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { besideCore, coreModules } from './scripts/core-modules.ts';
import { ModelFirst } from './scripts/model-first.ts';

/**
 * Orders what index.html asks for. A browser opens few connections at a time, and draws nothing before the styles in the
 * head: so the skeleton's style comes first, then the scripts that sign in, then, with less priority, the module named
 * here with what it imports, which main.tsx would ask for only when it runs. That module's styles end the body: the
 * skeleton above is drawn without them.
 */
function orderStart(module: string): Plugin {
  return {
    name: 'order-start',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, path }) {
        if (path !== '/index.html') return html;
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const first = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
        if (!first || first.moduleIds.some((id) => id.endsWith('/src/main.tsx')))
          throw new Error(`${module} is no chunk of its own: is it still imported by import()?`);
        const wanted = new Set([first]);
        for (const { imports } of wanted) {
          for (const chunk of chunks) if (imports.includes(chunk.fileName)) wanted.add(chunk);
        }
        const style = (file: string) => ({
          tag: 'link',
          attrs: { rel: 'stylesheet', crossorigin: true, href: `/${file}` },
          injectTo: 'body' as const,
        });
        const later = { crossorigin: true, fetchpriority: 'low' };
        // It only defines things: it is read as soon as it is there, and not with the page in one long task.
        const script = (file: string) => ({
          tag: 'script',
          attrs: { type: 'module', ...later, src: `/${file}` },
          injectTo: 'head' as const,
        });
        const isNew = (file: string) => !html.includes(`"/${file}"`);
        // What is imported comes before what imports it, as in the sources.
        const styles = [...wanted]
          .reverse()
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        return {
          html: html.replace(/(\s*<script type="module".*?)(\s*<link rel="stylesheet"[^>]*>)/s, '$2$1'),
          tags: [
            ...[...wanted]
              .map(({ fileName }) => fileName)
              .filter((file) => file !== first.fileName && isNew(file))
              .map(script),
            {
              tag: 'link',
              attrs: { rel: 'modulepreload', ...later, href: `/${first.fileName}` },
              injectTo: 'head' as const,
            },
            ...styles.filter(isNew).map(style),
          ],
        };
      },
    },
  };
}

/** Fluent's two themes as a style sheet: as script they would be read, and written into a style, at each start. */
function themeSheet(): Plugin {
  const name = 'virtual:themes.css';
  const rule = (theme: string, values: object) =>
    `[data-theme="${theme}"] {${Object.entries(values)
      .map(([key, value]) => `--${key}: ${value};`)
      .join('')}}`;
  return {
    name: 'theme-sheet',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      // Not above: unit tests read this file too, and need no widgets.
      const { webDarkTheme, webLightTheme } = await import('@fluentui/react-components');
      return rule('light', webLightTheme) + rule('dark', webDarkTheme);
    },
  };
}

export default defineConfig({
  plugins: [react(), themeSheet(), orderStart('/src/app/render.tsx')],
  // `:dir()` stays: Lightning CSS would replace it with a list of languages, and every page here is English. 4 is
  // `Features.DirSelector`.
  css: { lightningcss: { exclude: 4 } },
  build: {
    outDir: process.env.BUILD_FOLDER ?? 'dist',
    target: 'es2023',
    modulePreload: { polyfill: false },
    // What a bundle holds is nobody's secret, but maps with sources belong to whoever builds it.
    sourcemap: false,
    reportCompressedSize: false,
    // The notices that the licenses of the bundled packages ask for.
    license: { fileName: 'licenses.txt' },
    rolldownOptions: {
      input: { main: 'index.html', redirect: 'redirect.html' },
      output: {
        // The start in as few files as its order allows, since small ones compress worse: what the redirect page needs
        // too, what signs in, and what draws. Each takes its imports along, but for those of the files before.
        codeSplitting: {
          groups: [
            { name: 'redirect-bridge', test: /msal-browser\/dist\/redirect_bridge\//, priority: 5 },
            { name: 'start', test: /src\/main\.tsx$/, priority: 4 },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 4 },
            // With what the Overview and the lists share.
            {
              name: 'page',
              test: /src\/(app\/render|ui\/(query-state|refresh-button)|resources\/driver-profiles\/(standing|sync-problem|use-fleet))\.tsx?$|icons\/.*\/(arrow-sync|eye)\.js$/,
              priority: 3,
            },
            // The parts that every page with a list has. Menus and dialogs that come when they are opened are not among them.
            {
              name: 'list',
              test: /src\/(ui\/(list-page\/(filter-row|list-(grid|page)|read-facts|use-(asked|list|selection))|command-bar|status-label))\.tsx?$/,
              priority: 2,
            },
            // What commands need.
            {
              name: 'commands',
              test: /src\/(run-panel\/(load-run-panel|role-note|use-start-run)|ui\/(mutation-problem|use-load-ahead)|lib\/sort-out)\.tsx?$/,
              priority: 1,
            },
            { name: 'profiles', test: /src\/pages\/driver-profiles\/profiles-page\.tsx$/ },
            { name: 'incidents', test: /src\/resources\/incidents\/queries\.ts$/ },
            // Icons that several later pages share: as a file each, their names alone would add to the start.
            {
              name: 'icons',
              test: /icons\/.*\/(arrow-(left|right|undo)|checkmark-circle|circle-(half-fill|hint)|comment|delete|developer-board|laptop|link|open|play|play-circle|question-circle|record-stop|subtract-circle|weather-snowflake)\.js$/,
            },
          ],
        },
      },
    },
  },
  test: {
    include: ['{src,simulator,scripts,bench}/**/*.test.{ts,tsx}', '*.test.ts'],
    environment: 'node',
    // No module keeps a state, so none needs a world of its own for each file: that took three quarters of the time.
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    // A test fails by what it sees. These only end one that hangs: a busy machine may stand still for seconds.
    testTimeout: 60_000,
    expect: { poll: { timeout: 50_000 } },
    sequence: { sequencer: ModelFirst },
    coverage: {
      provider: 'istanbul',
      include: [...coreModules],
      exclude: [...besideCore],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: '.coverage',
      // Every branch of the core modules is taken by a test.
      thresholds: {
        perFile: true,
        'src/runs/**/*.ts': { branches: 100 },
        'src/actions/**/*.ts': { branches: 100 },
        'src/graph/*.ts': { branches: 100 },
        'src/lib/*.ts': { branches: 100 },
        'src/run-panel/*.ts': { branches: 100 },
      },
    },
  },
});
