import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { signOutStampOf } from './sign-out-stamp.ts';

const anna = 'a1b2.c3d4';

function storageOf(entries: Map<string, string>) {
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

let browser: Map<string, string>;
/** Each tab has a session storage; all share the local one. */
const openTab = (tab: Map<string, string>) => vi.stubGlobal('sessionStorage', storageOf(tab));

beforeEach(() => {
  browser = new Map();
  vi.stubGlobal('localStorage', storageOf(browser));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('[SR-19] a tab that was away learns of the sign-out, and a new sign-in there counts', async () => {
  const [first, second] = [new Map<string, string>(), new Map<string, string>()];
  const stamp = await signOutStampOf(anna);
  openTab(second);
  stamp.accept();
  openTab(first);
  stamp.accept();
  stamp.set();
  openTab(second);
  expect(stamp.isNew()).toBe(true);
  stamp.accept();
  expect(stamp.isNew()).toBe(false);
  openTab(first);
  expect(stamp.isNew()).toBe(true);
});

it('a clock that is set back, or was days ahead, changes nothing', async () => {
  openTab(new Map());
  const stamp = await signOutStampOf(anna);
  vi.setSystemTime('2026-12-31');
  stamp.set();
  vi.setSystemTime('2026-12-01');
  stamp.accept();
  expect(stamp.isNew()).toBe(false);
  stamp.set();
  expect(stamp.isNew()).toBe(true);
});

it('each account has its own stamp: a time, under a hash', async () => {
  openTab(new Map());
  const [mine, theirs] = [await signOutStampOf(anna), await signOutStampOf('e5f6.c3d4')];
  theirs.set();
  expect(mine.isNew()).toBe(false);
  const [[key = '', value = ''] = []] = browser;
  expect(key).toMatch(/^actiondesk\.signedOut\.[0-9a-f]{32}$/);
  expect(new Date(value).toISOString()).toBe(value);
});

it('where local storage is blocked, no tab takes itself for signed out', async () => {
  openTab(new Map());
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  const stamp = await signOutStampOf(anna);
  stamp.set();
  stamp.accept();
  expect(stamp.isNew()).toBe(false);
});
