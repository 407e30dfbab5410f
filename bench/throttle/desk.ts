import { areaOf, type Lane, type Pacer } from '../../src/graph/pacer.ts';
import { readRetryAfter } from '../../src/graph/retry-after.ts';
import { waitFor } from '../../src/lib/wait.ts';

/** What is asked of Graph: the calls of the app's client that the work below needs. */
export interface Desk {
  read(path: string): Promise<unknown>;
  /** Reads a collection along its next links. */
  readAll(path: string): Promise<readonly unknown[]>;
  /** False when it was refused for coming too fast: read again before it is sent again. */
  act(lane: Lane, path: string, body?: unknown): Promise<boolean>;
}

export interface DeskOptions {
  /** Ends with `/beta`. */
  readonly baseUrl: string;
  readonly token: string;
  readonly pacer: Pacer;
  /** Is told how long each request was on the way, in ms. */
  readonly onAnswer: (lane: Lane, took: number) => void;
}

/** Sends under the pacer, by plain fetch. Waits as long as it takes. */
export function createDesk({ baseUrl, token, pacer, onAnswer }: DeskOptions): Desk {
  /** The answer's body; undefined after a 429, when its time is over. */
  async function send(
    lane: Lane,
    url: string,
    init: RequestInit = {},
  ): Promise<{ body: unknown } | undefined> {
    const place = await pacer.take({ lane, ...areaOf(url.slice(baseUrl.length)) });
    let throttledFor: number | undefined;
    try {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const start = performance.now();
      const response = await fetch(url, { ...init, headers });
      const text = await response.text();
      onAnswer(lane, performance.now() - start);
      if (response.ok) return { body: text === '' ? undefined : JSON.parse(text) };
      if (response.status !== 429) throw new Error(`${url}: ${response.status} ${text}`);
      const asked = readRetryAfter(response.headers.get('Retry-After'), 0, Date.now(), Math.random());
      throttledFor = asked.milliseconds;
    } finally {
      place.release(throttledFor === undefined ? {} : { throttledFor });
    }
    await waitFor(throttledFor);
    return undefined;
  }

  async function readUrl(url: string): Promise<unknown> {
    for (;;) {
      const answer = await send('read', url);
      if (answer) return answer.body;
    }
  }

  return {
    read: (path) => readUrl(baseUrl + path),
    async readAll(path) {
      const rows: unknown[] = [];
      for (let url: string | undefined = baseUrl + path; url !== undefined; ) {
        const page = (await readUrl(url)) as { value: unknown[]; '@odata.nextLink'?: string }; // as simulated
        rows.push(...page.value);
        url = page['@odata.nextLink'];
      }
      return rows;
    },
    act: async (lane, path, body) =>
      (await send(lane, baseUrl + path, {
        method: 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })) !== undefined,
  };
}
