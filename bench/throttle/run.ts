import { parseArgs } from 'node:util';
import { type Limit, limits } from '../../src/graph/budget.ts';
import { createPacer, type Lane } from '../../src/graph/pacer.ts';
import { describeMachine, describeVersions } from '../lib/machine.ts';
import { round } from '../lib/stats.ts';
import { createDesk, type Desk } from './desk.ts';
import { type Budget, timeInParallel, timeInTurn } from './limit.ts';
import { startSimulatorProcess } from './simulator.ts';
import { approveInSteps, approveOneByOne, chooseDrivers, chooseTasks, startInTurn } from './work.ts';

// How near the pacer comes to the time that limits and latency allow, and how far it is ahead of a script that sends one
// request per driver. All against the simulator, over HTTP/1.1 on this machine.
//   npm run bench:throttle -- [--drivers 4000] [--tasks 34] [--sample 60] [--latency 300] [--lanes 6]
//     [--port 5303]    lanes: steps worked on at once

const { values } = parseArgs({
  options: {
    drivers: { type: 'string', default: '4000' },
    tasks: { type: 'string', default: '34' },
    sample: { type: 'string', default: '60' },
    latency: { type: 'string', default: '300' },
    lanes: { type: 'string', default: '6' },
    port: { type: 'string', default: '5303' },
  },
});
const latency = Number(values.latency);
const exceptKept = ({ limit, windowMs, kept }: Limit): Budget => ({ limit: limit - kept, windowMs });
/** What Graph allows, and what the pacer makes of it for ordinary reads and for actions. */
const budgets = {
  published: {
    reads: { limit: 1_000, windowMs: 20_000 },
    writes: { limit: 100, windowMs: 20_000 },
    tasks: { limit: 50, windowMs: 60_000 },
  },
  ours: {
    reads: exceptKept(limits.intuneReads),
    writes: exceptKept(limits.intuneWrites),
    tasks: exceptKept(limits.defender),
  },
};

type Budgets = (typeof budgets)['ours'];

const simulator = await startSimulatorProcess(Number(values.port));

/** A tenant of its own, in which some work is chosen, then done, timed and compared with what really happened. */
async function measure<Chosen>(
  persona: 'driver.admin' | 'soc.operator',
  choose: (desk: Desk) => Promise<Chosen>,
  work: (desk: Desk, chosen: Chosen) => Promise<void>,
) {
  const tenant = await simulator.createTenant();
  const took = { reads: [] as number[], actions: [] as number[] };
  async function open(): Promise<Desk> {
    const token = await tenant.signIn(persona);
    const onAnswer = (lane: Lane, ms: number) => void took[lane === 'read' ? 'reads' : 'actions'].push(ms);
    return createDesk({ baseUrl: tenant.baseUrl, token, pacer: createPacer(), onAnswer });
  }

  const chosen = await choose(await open());
  await tenant.reset(latency);
  took.reads.length = 0;
  const desk = await open();
  const start = performance.now();
  await work(desk, chosen);
  const ms = performance.now() - start;
  const { requests, effects } = await tenant.readLog();
  return {
    ms,
    chosen,
    reads: { count: took.reads.length, latency: mean(took.reads) },
    actions: { count: took.actions.length, latency: mean(took.actions) },
    requests: requests.length,
    refused: requests.filter(({ status }) => status === 429).length,
    changed: new Set(effects.map(({ driverId, taskId, profileId }) => `${profileId} ${driverId} ${taskId}`))
      .size,
    effects: effects.length,
  };
}

const mean = (all: readonly number[]) => (all.length === 0 ? 0 : all.reduce((a, b) => a + b) / all.length);
const seconds = (ms: number) => round(ms / 1_000);
const share = ({ refused, requests }: { refused: number; requests: number }) => round(refused / requests, 4);

async function measureAll() {
  // Each in a tenant of its own, at the same time: it is all waiting, and the limits are the tenant's.
  return Promise.all([
    measure(
      'driver.admin',
      (desk) => chooseDrivers(desk, Number(values.drivers)),
      (desk, chosen) => approveInSteps(desk, chosen, Number(values.lanes)),
    ),
    measure('soc.operator', (desk) => chooseTasks(desk, Number(values.tasks)), startInTurn),
    measure('driver.admin', (desk) => chooseDrivers(desk, Number(values.sample)), approveOneByOne),
  ]);
}
const [drivers, tasks, script] = await measureAll().finally(() => simulator.stop());

const wantedDrivers = [...drivers.chosen.values()].flat().length;
const driverLimit = ({ reads, writes }: Budgets, requestMs?: number) =>
  timeInParallel(
    { inFlight: 4, budget: reads, ...drivers.reads, ...(requestMs && { latency: requestMs }) },
    { inFlight: 2, budget: writes, ...drivers.actions, ...(requestMs && { latency: requestMs }) },
  );
const taskMs = (tasks.reads.latency + tasks.actions.latency) / 2;
const taskLimit = (budget: Budgets['tasks'], requestMs = taskMs) =>
  timeInTurn(2 * tasks.chosen.length, budget, requestMs);
const scriptMs = (script.ms / Number(values.sample)) * wantedDrivers;
const lost = wantedDrivers - drivers.changed + (tasks.chosen.length - tasks.changed);
const twice = drivers.effects - drivers.changed + (tasks.effects - tasks.changed);

const checked = [
  { name: 'drivers: time ÷ limit', limit: 1.1, value: round(drivers.ms / driverLimit(budgets.ours), 3) },
  {
    name: 'response actions: time ÷ limit',
    limit: 1.1,
    value: round(tasks.ms / taskLimit(budgets.ours.tasks), 3),
  },
  { name: 'drivers: share of requests refused', limit: 0.02, value: share(drivers) },
  { name: 'response actions: share of requests refused', limit: 0.02, value: share(tasks) },
  { name: 'lost', limit: 0, value: lost },
  { name: 'done twice', limit: 0, value: twice },
  { name: 'drivers: time ÷ script', limit: 0.05, value: round(drivers.ms / scriptMs, 3) },
].map((budget) => ({ ...budget, met: budget.value <= budget.limit }));

const report = {
  bench: 'throttle',
  method: `The simulator counts requests as Graph does and holds each back for ${latency} ms; Node's fetch, HTTP/1.1. For each step the whole list of the profile is read, then one POST approves up to 100 drivers. Each response action is read, then started, one at a time. Limits are formulas: requests × the mean time that one was on the way in this run ÷ how many may be on the way at once, or the windows of our own budgets where those take longer; also by the budgets that Graph publishes, and by the bare latency. The script sends one POST per driver, one at a time and without reading; it is timed on ${values.sample} drivers and multiplied.`,
  machine: describeMachine(),
  versions: describeVersions(['hono', '@hono/node-server']),
  drivers: {
    drivers: wantedDrivers,
    profiles: drivers.chosen.size,
    lanes: Number(values.lanes),
    reads: drivers.reads.count,
    actions: drivers.actions.count,
    requestMs: { read: round(drivers.reads.latency), action: round(drivers.actions.latency) },
    refused: drivers.refused,
    seconds: seconds(drivers.ms),
    limitSeconds: seconds(driverLimit(budgets.ours)),
    limitSecondsByPublishedBudget: seconds(driverLimit(budgets.published)),
    limitSecondsByNominalLatency: seconds(driverLimit(budgets.ours, latency)),
    scriptSecondsExtrapolated: seconds(scriptMs),
    timesFaster: round(scriptMs / drivers.ms),
  },
  responseActions: {
    tasks: tasks.chosen.length,
    reads: tasks.reads.count,
    actions: tasks.actions.count,
    requestMs: { read: round(tasks.reads.latency), action: round(tasks.actions.latency) },
    refused: tasks.refused,
    seconds: seconds(tasks.ms),
    limitSeconds: seconds(taskLimit(budgets.ours.tasks)),
    limitSecondsByPublishedBudget: seconds(taskLimit(budgets.published.tasks)),
    limitSecondsByNominalLatency: seconds(taskLimit(budgets.ours.tasks, latency)),
    limitSecondsFor400: seconds(timeInTurn(800, budgets.ours.tasks, latency)),
  },
  budgets: checked,
};
console.log(JSON.stringify(report, null, 2));
if (checked.some(({ met }) => !met)) process.exitCode = 1;
