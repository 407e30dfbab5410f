import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Place, Session } from './session.ts';

/**
 * What a person does at a browser. Each verb waits until it can be done, and fails with what there was instead. The
 * journeys are written in these verbs alone, so that all engines play the same ones.
 */
export interface Person {
  open(address: string): Promise<void>;
  /** Loads the page again, also where it asks whether to leave. */
  reload(): Promise<void>;
  click(place: Place): Promise<void>;
  /** Types into a field, in place of what it holds. */
  fill(field: Place, text: string): Promise<void>;
  /** Types where the focus is. */
  type(text: string): Promise<void>;
  /** One key by its name, after its modifiers: `Control+k`. */
  press(key: string): Promise<void>;
  /** Waits until the text is in sight, in this part of the page or anywhere. It reads in one line. */
  see(text: string | RegExp, where?: Place): Promise<void>;
  takePicture(path: string): Promise<void>;
}

/** How long, in ms, a person waits for anything. */
const patience = 40_000;

/** Keys that are no characters. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const codes: Readonly<Record<string, string>> = { Control: '\uE009', Enter: '\uE007', Escape: '\uE00C' };

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Somebody who works at this browser. */
export function personAt(session: Session): Person {
  async function find(place: Place): Promise<string> {
    const [element, ...others] = await session.find(place);
    if (element === undefined || others.length > 0)
      throw new Error(`${others.length > 0 ? 'More than one' : 'No'} ${place.role} “${place.name}”`);
    return element;
  }
  const read = async (where?: Place) =>
    inOneLine(String(await session.call('element => element.innerText', where && (await find(where)))));

  /** Tries until it succeeds. Out of patience, it fails as the last try did. */
  async function eventually(attempt: () => Promise<void>): Promise<void> {
    for (const end = Date.now() + patience; ; await wait(100)) {
      try {
        return await attempt();
      } catch (error) {
        if (Date.now() < end) continue;
        const page = await read().catch(() => 'unreadable');
        throw new Error(`${error instanceof Error ? error.message : error}. The page: ${page}`);
      }
    }
  }

  const click = (place: Place) => eventually(async () => session.click(await find(place)));
  const type = (text: string) => session.pressKeys([...text], []);
  function press(key: string): Promise<void> {
    const keys = key.split('+').map((name) => codes[name] ?? name);
    return session.pressKeys(keys.slice(-1), keys.slice(0, -1));
  }

  return {
    open: (address) => session.navigate(address),
    reload: () => session.reload(),
    click,
    async fill(field, text) {
      await click(field);
      await press('Control+a');
      await type(text);
    },
    type,
    press,
    see: (text, where) =>
      eventually(async () => {
        const seen = await read(where);
        if (typeof text === 'string' ? seen.includes(text) : text.test(seen)) return;
        throw new Error(
          `${text} is not in sight${where ? ` in the ${where.role} “${where.name}”: ${seen}` : ''}`,
        );
      }),
    takePicture: async (path) => writeFile(path, await session.picture()),
  };
}
