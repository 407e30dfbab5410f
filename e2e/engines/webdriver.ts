import { setTimeout as wait } from 'node:timers/promises';

/** A session of classic WebDriver: its commands by their paths. https://www.w3.org/TR/webdriver2/ */
export interface WebDriver {
  /** The version of the browser. */
  readonly version: string;
  get(path: string): Promise<unknown>;
  post(path: string, body?: object): Promise<unknown>;
  end(): Promise<void>;
}

/** How the protocol marks an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** An element as an argument of a script. */
export function asElement(id: string): object {
  return { [elementKey]: id };
}

/** The ids of elements in an answer. */
export function idsOf(elements: unknown): readonly string[] {
  return (elements as Readonly<Record<string, string>>[]).map((element) => element[elementKey] ?? '');
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(60_000),
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown }; // every answer of the protocol has this shape
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string }; // as above
  throw new Error(`${error}: ${message}`);
}

/** Waits until the driver at `origin` listens. */
async function untilReady(origin: string): Promise<void> {
  for (const end = Date.now() + 20_000; ; await wait(100)) {
    try {
      return void (await ask('GET', `${origin}/status`));
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Starts a browser through the driver that will listen at `origin`. */
export async function connectWebDriver(origin: string, capabilities: object): Promise<WebDriver> {
  await untilReady(origin);
  const started = await ask('POST', `${origin}/session`, { capabilities: { alwaysMatch: capabilities } });
  const { sessionId, capabilities: got } = started as {
    sessionId: string;
    capabilities: { browserVersion: string };
  }; // as the protocol has it
  const session = `${origin}/session/${sessionId}`;
  return {
    version: got.browserVersion,
    get: (path) => ask('GET', `${session}/${path}`),
    post: (path, body = {}) => ask('POST', `${session}/${path}`, body),
    end: async () => void (await ask('DELETE', session)),
  };
}
