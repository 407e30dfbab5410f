import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionOf } from '../../actions/all.ts';
import { createGraph } from '../../graph/client.ts';
import { baseUrl, fakeFetch, freePacer, noContent, noon, success } from '../../graph/test-answers.ts';
import type { Intent } from '../../runs/model/run.ts';
import { itemOf, stepOf } from '../../runs/testing/test-runs.ts';
import { quoteForPowerShell, quoteForShell, requestForms, requestOf, writeRequest } from './requests.ts';

const approve: Intent = { kind: 'driver-approval', action: 'approve', deployAt: noon };

const hostile = [
  "it's",
  "'; rm -rf ~; '",
  '$(touch /tmp/x)',
  '`touch /tmp/x`',
  '"$HOME"',
  '\\',
  "\\'",
  'a\nb',
  '@/etc/passwd',
  '\u2018; Remove-Item x; \u2019',
  '\u201A\u201B\u2019',
  '%USERPROFILE% ^& !x!',
  '\u202Eevil',
  '',
];

/** What PowerShell reads between single quotes: any of its four quotation marks, doubled, stands for itself. */
function readPowerShell(text: string): string | undefined {
  const marks = /['\u2018-\u201B]/;
  if (text.length < 2 || !marks.test(text.charAt(0))) return undefined;
  let read = '';
  for (let at = 1; at < text.length; at += 1) {
    if (!marks.test(text.charAt(at))) read += text.charAt(at);
    else if (at === text.length - 1) return read;
    else if (marks.test(text.charAt(at + 1))) {
      read += text.charAt(at);
      at += 1;
    } else return undefined;
  }
  return undefined;
}

describe('quoting', () => {
  // Windows brings no such shell along.
  if (process.platform !== 'win32') {
    it('a shell reads back every text, and runs none', () => {
      const words = hostile.map(quoteForShell).join(' ');
      const read = execFileSync('sh', ['-c', `printf '%s\\0' ${words}`], { encoding: 'utf8' });
      expect(read.split('\0').slice(0, -1)).toEqual(hostile);
    });
  }

  it('PowerShell reads back every text, with its typographic quotation marks', () => {
    for (const text of hostile) expect(readPowerShell(quoteForPowerShell(text))).toBe(text);
    expect(quoteForPowerShell("it's")).toBe("'it''s'");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '\u2018', '\u2019', 'a', '\n', '"') }), (text) => {
        expect(readPowerShell(quoteForPowerShell(text))).toBe(text);
      }),
    );
  });
});

describe('a request written down', () => {
  const intents: readonly Intent[] = [
    approve,
    { kind: 'driver-approval', action: 'decline', deployAt: null },
    { kind: 'response-action' },
    { kind: 'inventory-sync' },
  ];

  it.each(intents)('is the one that is sent: %j', async (intent) => {
    const answer = intent.kind === 'driver-approval' ? success({ value: {} }) : noContent();
    const { fetch, sendings } = fakeFetch(answer);
    const graph = createGraph({
      pacer: freePacer,
      baseUrl,
      getToken: async () => 'token',
      fetch,
      now: () => noon,
      wait: async () => undefined,
    });
    const step = stepOf('1', [itemOf('a b'), itemOf("c'd")], { targetId: "p/1?x='#" });
    const ids = step.items.map(({ id }) => id);
    const context = { graph, now: () => noon, ownNames: () => [], share: () => undefined };
    await actionOf(intent)
      .carryOut(intent, context)
      .send(step, ids, { reread: async () => ids });
    const request = requestOf(intent, step.targetId, ids);
    const [sent] = sendings;
    expect(sent?.init.method).toBe(request?.method);
    expect(sent?.url).toBe(`${baseUrl}${request?.path}`);
    expect(sent?.init.body).toBe(request?.body === undefined ? undefined : JSON.stringify(request.body));
    for (const form of requestForms) {
      expect(request && writeRequest(form, baseUrl, request)).toContain(
        sent?.url.replaceAll("'", form === 'curl' ? "'\\''" : form === 'powershell' ? "''" : "'"),
      );
    }
  });

  it('as cURL: without a token, in ASCII, with a length where there is no body', () => {
    const drivers = requestOf(approve, 'p1', ["d'1", 'd\u202E2']);
    expect(drivers && writeRequest('curl', baseUrl, drivers)).toBe(
      [
        `curl -X POST '${baseUrl}/deviceManagement/windowsDriverUpdateProfiles/p1/executeAction'`,
        '-H "Authorization: Bearer $TOKEN"',
        "-H 'Content-Type: application/json'",
        `--data-raw '{"actionName":"approve","driverIds":["d'\\''1","d\\u202e2"],"deploymentDate":"2026-12-08T12:00:00.000Z"}'`,
      ].join(' \\\n  '),
    );
    const task = requestOf({ kind: 'response-action' }, 't1', ['t1']);
    expect(task && writeRequest('curl', baseUrl, task)).toBe(
      [
        `curl -X POST '${baseUrl}/security/incidentTasks/t1/executeResponseAction'`,
        '-H "Authorization: Bearer $TOKEN"',
        "-H 'Content-Length: 0'",
      ].join(' \\\n  '),
    );
  });

  it('for PowerShell: in one line, with a body that its module accepts', () => {
    const drivers = requestOf({ kind: 'driver-approval', action: 'suspend', deployAt: null }, 'p1', ["d'1"]);
    expect(drivers && writeRequest('powershell', baseUrl, drivers)).toBe(
      `Invoke-MgGraphRequest -Method POST -Uri '${baseUrl}/deviceManagement/windowsDriverUpdateProfiles/p1/executeAction' -ContentType 'application/json' -Body '{"actionName":"suspend","driverIds":["d''1"]}'`,
    );
    const sync = requestOf({ kind: 'inventory-sync' }, 'p1', ['p1']);
    expect(sync && writeRequest('powershell', baseUrl, sync)).toBe(
      `Invoke-MgGraphRequest -Method POST -Uri '${baseUrl}/deviceManagement/windowsDriverUpdateProfiles/p1/syncInventory' -ContentType 'application/json' -Body ''`,
    );
  });

  it('as HTTP: the line, and the JSON to be read', () => {
    const sync = requestOf({ kind: 'inventory-sync' }, 'p1', ['p1']);
    expect(sync && writeRequest('http', baseUrl, sync)).toBe(
      `POST ${baseUrl}/deviceManagement/windowsDriverUpdateProfiles/p1/syncInventory`,
    );
    const drivers = requestOf({ kind: 'driver-approval', action: 'decline', deployAt: null }, 'p1', ['a']);
    expect(drivers && writeRequest('http', baseUrl, drivers)).toContain(
      '\n\n{\n  "actionName": "decline",\n',
    );
  });

  it.each(['..', '', 'a\u0000b', '\uD800'])('cannot be made of %j, which is no id', (id) => {
    expect(requestOf({ kind: 'response-action' }, id, [id])).toBeUndefined();
    expect(requestOf(approve, id, ['a'])).toBeUndefined();
  });
});
