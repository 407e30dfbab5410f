import { findFreePort } from '../../scripts/ports.ts';
import { startProgram } from './processes.ts';
import { desk, type Engine, keyActions, type Role } from './session.ts';
import { asElement, connectWebDriver, idsOf } from './webdriver.ts';

/** What can have a role. WebDriver finds no element by its role; the name that the engine computes tells the right one. */
const selectors: Readonly<Record<Role, string>> = {
  button: 'button, [role=button]',
  checkbox: '[type=checkbox], [role=checkbox]',
  combobox: 'select, [role=combobox]',
  dialog: 'dialog, [role=dialog]',
  grid: '[role=grid]',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  listbox: '[role=listbox]',
  option: 'option, [role=option]',
  radio: '[type=radio], [role=radio]',
  region: 'section, [role=region]',
  search: '[role=search], search',
  searchbox: '[type=search], [role=searchbox]',
  textbox: 'input, textarea',
};

/** WebKitGTK's MiniBrowser, driven by WebDriver on a virtual screen. */
export function webkitAt(programs: {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}): Engine {
  return {
    name: 'WebKit',
    async start() {
      const screen = startProgram(programs.screen, [
        ...['-displayfd', '1', '-nolisten', 'tcp'],
        // Room for the frame of the window.
        ...['-screen', '0', `${desk.width + 100}x${desk.height + 200}x24`],
      ]);
      const display = await screen.waitFor(/^\d+$/);
      const port = await findFreePort();
      startProgram(programs.driver, [`--port=${port}`], { DISPLAY: `:${display}`, TZ: desk.timeZone });
      const browser = await connectWebDriver(`http://127.0.0.1:${port}`, {
        'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
        unhandledPromptBehavior: 'accept',
      });
      await browser.post('window/rect', { x: 0, y: 0, width: desk.width, height: desk.height });

      const run = (script: string, ...args: readonly unknown[]) =>
        browser.post('execute/sync', { script: `return (${script})(...arguments)`, args });

      return {
        version: browser.version,
        navigate: async (url) => void (await browser.post('url', { url })),
        reload: async () => void (await browser.post('refresh')),
        async find({ role, name }) {
          const found = await run(
            `selector => [...document.querySelectorAll(selector)]
              .filter(element => element.checkVisibility({ visibilityProperty: true }))`,
            selectors[role],
          );
          const named: string[] = [];
          for (const id of idsOf(found))
            if ((await browser.get(`element/${id}/computedlabel`)) === name) named.push(id);
          return named;
        },
        call: (source, element) =>
          element === undefined ? run(`() => (${source})(document.body)`) : run(source, asElement(element)),
        click: async (element) => void (await browser.post(`element/${element}/click`)),
        pressKeys: async (keys, modifiers) =>
          void (await browser.post('actions', { actions: keyActions(keys, modifiers) })),
        picture: async () => Buffer.from(String(await browser.get('screenshot')), 'base64'),
        // Its driver tells none.
        complaints: () => [],
        end: () => browser.end(),
      };
    },
  };
}
