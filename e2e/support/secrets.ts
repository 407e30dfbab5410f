import type { BrowserContext, Page, Request } from '@playwright/test';

/** What went over the wire and must stay where MSAL keeps it. */
export interface Secrets {
  /** Every access, refresh and ID token that the sign-in service gave. */
  all(): Promise<readonly string[]>;
  /** Everything that the browser asked for. */
  readonly requests: readonly Request[];
}

/** Collects tokens and requests of a browser from now on. */
export function collectSecrets(context: BrowserContext): Secrets {
  const requests: Request[] = [];
  const answers: Promise<readonly string[]>[] = [];
  context.on('request', (request) => requests.push(request));
  context.on('requestfinished', (request) => {
    if (request.method() !== 'POST' || !new URL(request.url()).pathname.endsWith('/token')) return;
    const tokens = readTokens(request);
    // A test may end first. Who asks for all of them hears of it.
    tokens.catch(() => undefined);
    answers.push(tokens);
  });
  return {
    requests,
    all: async () => [...new Set((await Promise.all(answers)).flat())],
  };
}

async function readTokens(request: Request): Promise<readonly string[]> {
  const answer: unknown = await (await request.response())?.json();
  return Object.entries(answer ?? {})
    .filter(([name]) => name.endsWith('_token'))
    .map(([, token]) => String(token));
}

/** What both storages of the page hold, as one text each. */
export function readStorages(page: Page): Promise<{ local: string; session: string }> {
  return page.evaluate(() => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
  }));
}

/** The secrets that occur in a text, cut short for the report. */
export function foundIn(text: string, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret.slice(0, 12)}…`);
}
