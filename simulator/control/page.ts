import { html } from 'hono/html';
import type { Ports } from '../app-config.ts';
import type { Fault } from '../faults/fault.ts';
import { appOriginsOf } from '../tenants/registry.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { presetGroups } from './fault-presets.ts';

type Html = ReturnType<typeof html>;

/** The latest entries of the log that the page shows. */
const shown = 40;

const frame = (title: string, body: Html): Html => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/_sim/style.css">
  </head>
  <body>
    <header><a href="/">Simulated Entra ID and Graph</a></header>
    <main>${body}</main>
  </body>
</html>`;

const pathOf = (tenant: Tenant) => `/tenants/${tenant.name}`;

const seedWords = {
  contoso: 'Drivers and incident tasks as a company of medium size has them',
  empty: 'No Intune licence, no incident tasks',
  large: '60 profiles of 1,500 drivers, 1,200 incident tasks',
  light: 'One profile of 1,400 drivers, 32 incident tasks',
  many: '300 profiles, two of them with names of 200 characters; 32 incident tasks',
} as const;

export function renderHome(tenants: readonly Tenant[], ports: Ports): Html {
  const rows = tenants.map((tenant) => {
    const address = appOriginsOf(tenant.name, ports.appPort)[0] ?? '';
    return html`<tr>
      <th scope="row"><a href="${pathOf(tenant)}">${tenant.name}</a></th>
      <td>${seedWords[tenant.seed]}</td>
      <td><a href="${address}">${address}</a></td>
      <td class="number">${tenant.faults.list().filter(isActive).length}</td>
    </tr>`;
  });
  return frame(
    'Simulator',
    html`<h1>Tenants</h1>
      <p>No real account, no real device: everything here is made up and ends with this program.</p>
      <div class="scroll">
        <table>
          <thead>
            <tr><th scope="col">Tenant</th><th scope="col">What it holds</th><th scope="col">App</th><th scope="col" class="number">Faults on</th></tr>
          </thead>
          <tbody>${rows}</tbody>
        </table>
      </div>`,
  );
}

export function renderTenant(tenant: Tenant, ports: Ports): Html {
  const address = appOriginsOf(tenant.name, ports.appPort)[0] ?? '';
  return frame(
    `${tenant.name} - Simulator`,
    html`<h1>${tenant.name}</h1>
      <p>${seedWords[tenant.seed]}. The app is at <a href="${address}">${address}</a>. Tenant id <code>${tenant.id}</code></p>
      ${renderPeople(tenant)} ${renderFaults(tenant)} ${renderTime(tenant)} ${renderLog(tenant)}`,
  );
}

const renderPeople = (tenant: Tenant): Html => html`<section aria-labelledby="people">
  <h2 id="people">People</h2>
  <dl>
    ${tenant.personas.map(
      (persona) =>
        html`<div><dt><code>${tenant.directory.upnOf(persona)}</code></dt><dd>${persona.displayName}. ${persona.note}</dd></div>`,
    )}
  </dl>
</section>`;

/** Whether a fault still strikes, or has done so as often as it was to. */
const isActive = (fault: Fault) => fault.times === null || fault.hits < fault.times;

function describeFault(fault: Fault): string {
  const { method, path } = fault.match;
  const where = [method, path].filter((part) => part !== undefined).join(' ') || 'every request';
  const left = fault.times === null ? 'until switched off' : `${Math.max(0, fault.times - fault.hits)} left`;
  return `${fault.kind}, ${fault.phase} the effect, on ${where}; ${left}; hit ${fault.hits}`;
}

function renderFaults(tenant: Tenant): Html {
  const on = tenant.faults.list();
  return html`<section aria-labelledby="faults">
    <h2 id="faults">Faults</h2>
    ${
      on.length === 0
        ? html`<p>None is on.</p>`
        : html`<ul class="on">
            ${on.map(
              (fault) => html`<li>
                <span>${describeFault(fault)}</span>
                <form method="post" action="${pathOf(tenant)}/faults/${fault.id}/off">
                  <button aria-label="Switch off ${fault.id}: ${fault.kind}">Switch off</button>
                </form>
              </li>`,
            )}
          </ul>`
    }
    <form method="post">
      <label>Only where the path holds <input name="path" placeholder="for example executeAction"></label>
      ${presetGroups.map(
        ({ title, presets }) => html`<fieldset>
          <legend>${title}</legend>
          <div class="buttons">
            ${presets.map(
              (preset) =>
                html`<button formaction="${pathOf(tenant)}/faults?preset=${preset.id}">${preset.title}</button>`,
            )}
          </div>
        </fieldset>`,
      )}
    </form>
  </section>`;
}

const renderTime = (tenant: Tenant): Html => html`<section aria-labelledby="time">
  <h2 id="time">Time</h2>
  <p>This tenant's Graph time is <time>${new Date(tenant.clock.now()).toISOString()}</time>.</p>
  <form method="post" action="${pathOf(tenant)}/clock">
    <label>Advance by minutes <input name="minutes" type="number" min="1" value="1" required></label>
    <button>Advance</button>
  </form>
  <form method="post" action="${pathOf(tenant)}/latency">
    <label>Milliseconds that each request waits <input name="ms" type="number" min="0" max="600000" value="${tenant.faults.latency}" required></label>
    <button>Set</button>
  </form>
  <form method="post" action="${pathOf(tenant)}/reset">
    <div class="buttons">
      <button class="danger">Reset this tenant</button>
      <button class="danger" name="keepSignIns" value="true">Reset, and keep people signed in</button>
    </div>
  </form>
</section>`;

function renderLog(tenant: Tenant): Html {
  const { requests, effects, noChanges, violations, elsewhere } = tenant.log;
  const rows = requests
    .slice(-shown)
    .reverse()
    .map(
      (entry) => html`<tr>
        <td class="number">${entry.seq}</td>
        <td><time>${entry.receivedAt.slice(11, 23)}</time></td>
        <td>${entry.persona ?? 'nobody'}</td>
        <td><code>${entry.method} ${decodePath(entry.path)}</code></td>
        <td>${entry.status ?? 'no answer'}</td>
        <td>${entry.httpVersion}</td>
        <td>${entry.fault ?? ''}</td>
      </tr>`,
    );
  return html`<section aria-labelledby="log">
    <h2 id="log">Requests</h2>
    <p>
      Requests: ${requests.length}. Effects: ${effects.length}. Actions that changed nothing: ${noChanges.length}. Sent
      before a Retry-After had passed: ${violations.length}. Led astray to another origin: ${elsewhere.length}. The
      latest ${shown} at most:
    </p>
    <div class="scroll">
      <table>
        <thead>
          <tr><th scope="col" class="number">No.</th><th scope="col">At (UTC)</th><th scope="col">Who</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">HTTP</th><th scope="col">Fault</th></tr>
        </thead>
        <tbody>${rows}</tbody>
      </table>
    </div>
  </section>`;
}

/** For reading: a path that cannot be decoded is shown as it came. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
