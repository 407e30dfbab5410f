import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Runs one of the project's tools and gives its exit code. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a program of node_modules/.bin. */
export function runBin(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return run(join('node_modules', '.bin', name), args, env);
}
