import { actionOf } from '../../actions/all.ts';
import type { ActionRequest } from '../../graph/client.ts';
import { ProblemError } from '../../lib/problem.ts';
import type { Intent } from '../../runs/model/run.ts';

/**
 * What a step of a run sent, made by the code that sends it.
 *
 * @returns undefined when an id is none that Graph could know: the journal was changed by hand
 */
export function requestOf(
  intent: Intent,
  targetId: string,
  ids: readonly string[],
): ActionRequest | undefined {
  try {
    return actionOf(intent).requestOf(intent, targetId, ids);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

/** The ways to write a request down. None of them holds a token. */
export const requestForms = ['http', 'curl', 'powershell'] as const;
export type RequestForm = (typeof requestForms)[number];

/** @param baseUrl of Graph, with its version */
export function writeRequest(form: RequestForm, baseUrl: string, request: ActionRequest): string {
  const url = `${baseUrl}${request.path}`;
  switch (form) {
    case 'http':
      return [`${request.method} ${url}`, toJson(request.body, 2)].filter(Boolean).join('\n\n');
    case 'curl':
      return toCurl(url, request);
    case 'powershell':
      return toPowerShell(url, request);
  }
}

function toCurl(url: string, { method, body }: ActionRequest): string {
  const json = toJson(body);
  return [
    `curl -X ${method} ${quoteForShell(url)}`,
    // The shell puts the token in: it is in no history of commands that way.
    '-H "Authorization: Bearer $TOKEN"',
    // Without a body, curl leaves out a length that servers ask for.
    ...(json === '' ? ["-H 'Content-Length: 0'"] : ["-H 'Content-Type: application/json'"]),
    ...(json === '' ? [] : [`--data-raw ${quoteForShell(json)}`]),
  ].join(' \\\n  ');
}

/** Without `-Body`, some versions of the module refuse to send a POST. */
function toPowerShell(url: string, { method, body }: ActionRequest): string {
  const target = `Invoke-MgGraphRequest -Method ${method} -Uri ${quoteForPowerShell(url)}`;
  return `${target} -ContentType 'application/json' -Body ${quoteForPowerShell(toJson(body))}`;
}

/** JSON in ASCII alone: no terminal, encoding or direction of writing can change it on its way. '' without a body. */
function toJson(body: unknown, indent?: number): string {
  if (body === undefined) return '';
  return JSON.stringify(body, null, indent).replace(
    /[^\n\x20-\x7E]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text as one word of a POSIX shell. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text as one string of PowerShell, which takes typographic quotation marks for its own. */
export function quoteForPowerShell(text: string): string {
  return `'${text.replace(/['\u2018-\u201B]/g, '$&$&')}'`;
}
