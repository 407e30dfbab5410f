import { existsSync } from 'node:fs';
import { firefoxAt } from './firefox.ts';
import type { Engine } from './session.ts';
import { webkitAt } from './webkit.ts';

/** An engine, and the packages of Debian that bring it. */
export interface Candidate {
  readonly name: string;
  readonly packages: readonly string[];
  /** Undefined where a part is missing. */
  find(): Engine | undefined;
}

const firstOf = (paths: readonly (string | undefined)[]) =>
  paths.find((path): path is string => path !== undefined && existsSync(path));

const folders = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1`);

/** The engines beside Chromium. `FIREFOX` names another Firefox, by its path. */
export const candidates: readonly Candidate[] = [
  {
    name: 'firefox',
    packages: ['firefox-esr'],
    find() {
      const program = firstOf([process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox']);
      return program === undefined ? undefined : firefoxAt(program);
    },
  },
  {
    name: 'webkit',
    packages: ['webkit2gtk-driver', 'xvfb'],
    find() {
      const driver = firstOf(['/usr/bin/WebKitWebDriver']);
      const browser = firstOf(folders.map((folder) => `${folder}/MiniBrowser`));
      const screen = firstOf(['/usr/bin/Xvfb']);
      return driver && browser && screen ? webkitAt({ driver, browser, screen }) : undefined;
    },
  },
];
