import { readFile } from 'node:fs/promises';
import { type Config, readConfig } from '../src/config.ts';
import { ProblemError } from '../src/lib/problem.ts';

/** A config.json as it is in the file, and what the app makes of it. */
export interface DeployConfig {
  readonly json: unknown;
  readonly config: Config;
}

/**
 * Reads a config.json that is about to be deployed or tried, with the checks of the app itself.
 *
 * @param simulated true lets a config of the simulator through, whose hosts are this computer's own
 * @throws Error in words for a terminal: no such file, no JSON, refused, or simulated without being asked for
 */
export async function readDeployConfig(file: string, simulated = false): Promise<DeployConfig> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new Error(
      `There is no ${file}. It tells Actiondesk which tenant to use: README.md, “Set up your tenant”.`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON.`);
  }
  return { json, config: checkDeployConfig(file, json, simulated) };
}

/** The check of {@link readDeployConfig}, on what was in the file. @throws Error in words for a terminal */
export function checkDeployConfig(file: string, json: unknown, simulated: boolean): Config {
  let config: Config;
  try {
    config = readConfig(json);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new Error(`${file} can’t be used. ${error.problem.raw ?? error.problem.title}`);
  }
  if (config.simulated && !simulated) {
    throw new Error(
      `${file} is for a simulated tenant: its hosts are this computer’s own, where nobody else can sign in.`,
    );
  }
  return config;
}
