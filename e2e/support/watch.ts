import AxeBuilder from '@axe-core/playwright';
import { type ConsoleMessage, expect, type Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';

/** What a page did that no test asked for. */
export interface Watch {
  /** Answers with these statuses are a part of the test: the browser's own line about them is no error. */
  declareStatus(...statuses: number[]): void;
  /** Connections that die are a part of the test. */
  declareLostConnections(): void;
  /** Errors of the page that say this are a part of the test. */
  declareErrors(pattern: RegExp): void;
  /** The violations of the policy so far, which are a part of the test, as "directive: what was blocked". */
  takeViolations(): readonly string[];
  /** No violation of WCAG 2.2 AA in what is shown now; of these rules of axe alone, where any are given. */
  expectAccessible(rules?: string[]): Promise<void>;
  /** Nothing undeclared was said on the console, and no policy was violated. */
  expectClean(): void;
}

/** Fluent's focus library puts empty focusable guards beside its dialogs; they are its own, and harmless. */
const waived = '[data-tabster-dummy]';

export async function watchPage(page: Page): Promise<Watch> {
  const statuses = new Set<number>();
  const declared: RegExp[] = [];
  const errors: string[] = [];
  const violations: string[] = [];
  let mayLose = false;

  // On every page that this browser context opens, later ones too; the console is listened to on the first alone.
  const context = page.context();
  await context.exposeFunction('__reportViolation', (text: string) => violations.push(text));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, '__reportViolation');
      if (typeof report === 'function')
        report(`${event.violatedDirective}: ${event.blockedURI} at ${event.sourceFile}`);
    });
  });
  page.on('pageerror', (error) => errors.push(`Uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isDeclared(message)) errors.push(message.text());
  });

  function isDeclared(message: ConsoleMessage): boolean {
    const text = message.text();
    // How a part of the page tells that its code could not be loaded.
    if (text.includes('Failed to fetch dynamically imported module')) return mayLose;
    if (!text.startsWith('Failed to load resource')) return false;
    const status = /status of (\d{3})/.exec(text)?.[1];
    return status === undefined ? mayLose : statuses.has(Number(status));
  }

  return {
    declareStatus(...expected) {
      for (const status of expected) statuses.add(status);
    },
    declareLostConnections() {
      mayLose = true;
    },
    declareErrors(pattern) {
      declared.push(pattern);
    },
    takeViolations: () => violations.splice(0),
    async expectAccessible(rules) {
      // Two frames later, colours are those of a theme that was just switched. What axe is made of is compiled once a page.
      const isThere = await page.evaluate(
        () =>
          new Promise<boolean>((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(() => resolve('axe' in window))),
          ),
      );
      const axe = new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) })
        .exclude(waived)
        // No frames of other hosts: they alone need the page of its own that axe opens otherwise, for a second a scan.
        .setLegacyMode(true);
      // What passes is not asked for in full, which takes longer than to find it.
      const options: RunOptions = { resultTypes: ['violations'] };
      if (rules) axe.options(options).withRules(rules);
      else {
        axe
          // Not looked for otherwise: names hold the text that is seen.
          .options({ ...options, rules: { 'label-content-name-mismatch': { enabled: true } } })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
      }
      const { violations: found } = await axe.analyze();
      const told = found.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(told, 'axe findings').toEqual([]);
    },
    expectClean() {
      expect(violations, 'violations of the content security policy').toEqual([]);
      const undeclared = errors.filter((error) => !declared.some((pattern) => pattern.test(error)));
      expect(undeclared, 'errors on the console').toEqual([]);
    },
  };
}
