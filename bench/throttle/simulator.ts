import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { appClientId } from '../../simulator/entra/client.ts';
import type { Effect, RequestEntry } from '../../simulator/request-log.ts';
import type { PersonaId } from '../../simulator/tenants/personas.ts';

/** The simulator as a process of its own, so that it does not share a thread with what is measured. */
export interface SimulatorProcess {
  /** A fresh tenant of the large seed. */
  createTenant(): Promise<BenchTenant>;
  stop(): Promise<void>;
}

export interface BenchTenant {
  /** Ends with `/beta`. */
  readonly baseUrl: string;
  /** Back to the seed, as if nothing had been sent; ends what was signed in. */
  reset(latencyMs: number): Promise<void>;
  signIn(persona: PersonaId): Promise<string>;
  /** What really arrived and happened. */
  readLog(): Promise<{ readonly requests: readonly RequestEntry[]; readonly effects: readonly Effect[] }>;
}

async function ask<Answer>(url: string, method: string, body?: object): Promise<Answer> {
  const isForm = body instanceof URLSearchParams;
  const response = await fetch(url, {
    method,
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
    ...(body && !isForm && { headers: { 'Content-Type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as Answer; // our own simulator's answers
}

/** Starts the simulator on a port and waits until it answers. */
export async function startSimulatorProcess(port: number): Promise<SimulatorProcess> {
  const main = fileURLToPath(new URL('../../simulator/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, SIM_PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const started = await Promise.race([once(child.stdout, 'data'), exited.then(() => undefined)]);
  if (!started) throw new Error(`The simulator did not start on port ${port}`);
  child.stdout.resume();
  const origin = `http://127.0.0.1:${port}`;

  return {
    async createTenant() {
      const made = { seed: 'large', adminConsent: true };
      const { id, name } = await ask<{ id: string; name: string }>(`${origin}/_sim/tenants`, 'POST', made);
      const control = `${origin}/_sim/tenants/${name}`;
      return {
        baseUrl: `${origin}/beta`,
        async reset(ms) {
          await ask(`${control}/reset`, 'POST');
          await ask(`${control}/latency`, 'PUT', { ms });
        },
        async signIn(persona) {
          const form = new URLSearchParams({
            client_id: appClientId,
            grant_type: 'password',
            username: `${persona}@${name}.example`,
            password: 'any',
            scope: 'https://graph.microsoft.com/.default',
          });
          const url = `${origin}/${id}/oauth2/v2.0/token`;
          return (await ask<{ access_token: string }>(url, 'POST', form)).access_token;
        },
        readLog: () => ask(`${control}/log`, 'GET'),
      };
    },
    async stop() {
      child.kill();
      await exited;
    },
  };
}
