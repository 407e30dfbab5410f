import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectBidi } from './bidi.ts';
import { startProgram } from './processes.ts';
import { desk, type Engine, keyActions } from './session.ts';

/** The parts of BiDi's answers that are used here. */
interface Node {
  readonly sharedId: string;
}
interface LogEntry {
  readonly level: string;
  readonly text: string | null;
}

/** Firefox as it is installed, over WebDriver BiDi. */
export function firefoxAt(program: string): Engine {
  return {
    name: 'Firefox',
    async start() {
      const profile = await mkdtemp(join(tmpdir(), 'actiondesk-firefox-'));
      const firefox = startProgram(
        program,
        ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile],
        { TZ: desk.timeZone },
      );
      const complaints: string[] = [];
      const address = await firefox.waitFor(/ws:\/\/[\d.:]+/);
      const bidi = await connectBidi(`${address}/session`, (_method, params) => {
        const { level, text } = params as LogEntry; // the only event that is subscribed to
        // The simulator's sign-in page has no icon, and its policy allows none.
        if (level === 'error' && !text?.includes('/favicon.ico')) complaints.push(text ?? '');
      });
      const { capabilities } = await bidi.send('session.new', {
        capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'accept' } } },
      });
      await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
      const { contexts } = await bidi.send('browsingContext.getTree', {});
      const context = (contexts as { context: string }[])[0]?.context;
      await bidi.send('browsingContext.setViewport', {
        context,
        viewport: { width: desk.width, height: desk.height },
      });

      async function call(source: string, element?: string): Promise<unknown> {
        const { result, exceptionDetails } = await bidi.send('script.callFunction', {
          functionDeclaration: element === undefined ? `() => (${source})(document.body)` : source,
          arguments: element === undefined ? [] : [{ sharedId: element }],
          target: { context },
          awaitPromise: false,
        });
        if (exceptionDetails !== undefined) throw new Error((exceptionDetails as { text: string }).text);
        return (result as { value?: unknown }).value;
      }

      return {
        version: (capabilities as { browserVersion: string }).browserVersion,
        navigate: async (url) =>
          void (await bidi.send('browsingContext.navigate', { context, url, wait: 'interactive' })),
        reload: async () =>
          void (await bidi.send('browsingContext.reload', { context, wait: 'interactive' })),
        async find({ role, name }) {
          const { nodes } = await bidi.send('browsingContext.locateNodes', {
            context,
            locator: { type: 'accessibility', value: { role, name } },
          });
          return (nodes as Node[]).map(({ sharedId }) => sharedId);
        },
        call,
        async click(element) {
          await call("element => element.scrollIntoView({ block: 'nearest' })", element);
          const origin = { type: 'element', element: { sharedId: element } };
          await bidi.send('input.performActions', {
            context,
            actions: [
              {
                type: 'pointer',
                id: 'mouse',
                actions: [
                  { type: 'pointerMove', x: 0, y: 0, origin },
                  { type: 'pointerDown', button: 0 },
                  { type: 'pointerUp', button: 0 },
                ],
              },
            ],
          });
        },
        pressKeys: async (keys, modifiers) =>
          void (await bidi.send('input.performActions', { context, actions: keyActions(keys, modifiers) })),
        async picture() {
          const { data } = await bidi.send('browsingContext.captureScreenshot', { context });
          return Buffer.from(String(data), 'base64');
        },
        complaints: () => complaints,
        async end() {
          await bidi.send('browser.close', {});
          await firefox.gone;
          await rm(profile, { recursive: true, force: true });
        },
      };
    },
  };
}
