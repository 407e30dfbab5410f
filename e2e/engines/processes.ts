import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program that runs in the background. */
export interface Program {
  /** The first match of this pattern in a line that the program prints. Fails with all lines when it ends before. */
  waitFor(pattern: RegExp): Promise<string>;
  /** Is kept when the program has ended. */
  readonly gone: Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly gone: Promise<void>;
}

let running: readonly Running[] = [];

/** Starts a program, which runs until {@link endPrograms}. */
export function startProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  // Its own process group: ending the program ends its child processes too.
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const said: string[] = [];
  const listeners = new Set<() => void>();
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => {
      said.push(line);
      for (const listener of listeners) listener();
    });
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      said.push(error.message);
      resolve();
    });
    child.once('exit', () => resolve());
  });
  running = [...running, { child, gone }];
  return {
    gone,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = said.map((line) => pattern.exec(line)?.[0]).find((match) => match !== undefined);
          if (found !== undefined) resolve(found);
        };
        listeners.add(look);
        look();
        void gone.then(() => reject(new Error(`${command} ended: ${said.join('\n')}`)));
      }),
  };
}

/** Ends all programs and what they started, the last one first. */
export async function endPrograms(): Promise<void> {
  const ending = running.toReversed();
  running = [];
  for (const { child, gone } of ending) {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGTERM');
    await gone;
  }
}
