import { expect, type Page, type TestInfo } from '@playwright/test';
import { resultsOn } from '../support/actions.ts';
import type { Tenant } from '../support/tenant.ts';
import { type Area, begin } from './areas.ts';
import { tidyUp, untilAtRest } from './desk.ts';
import { type End, judge } from './judge.ts';
import { report } from './tally.ts';

/** What the simulator takes for a fault. Without a `match` it is about the area's action. */
export type Fault = Readonly<Record<string, unknown>>;

export interface Trial {
  readonly line: string;
  readonly area: Area;
  /** In their order: the first that is not used up decides. */
  readonly faults: readonly Fault[];
  /** Switched on once the action has arrived: what the reads meet that find out. */
  readonly later?: readonly Fault[];
  readonly ends: readonly End[];
  readonly neverArrives?: boolean;
  /** Beside the action, once it was clicked. */
  readonly meanwhile?: (page: Page, tenant: Tenant) => Promise<void>;
}

export async function untilArrived(tenant: Tenant): Promise<void> {
  await expect
    .poll(
      async () =>
        (await tenant.log()).requests.some(({ method }) => ['POST', 'PATCH', 'DELETE'].includes(method)),
      {
        intervals: [50],
      },
    )
    .toBe(true);
}

/** One action in a tenant of its own that meets faults; then a person does what is offered, and all is judged. */
export async function runTrial(page: Page, tenant: Tenant, info: TestInfo, trial: Trial): Promise<void> {
  const { line, area, ends, neverArrives } = trial;
  const { action, selected } = area;
  await page.clock.install();
  await begin(page, tenant, area);
  const ids: string[] = [];
  const switchOn = async (faults: readonly Fault[]) => {
    for (const fault of faults) {
      const id = await tenant.fault({ match: action, ...fault });
      // These strike together with another one, which the log names.
      if (fault.kind !== 'acceptTwice' && fault.kind !== 'latency') ids.push(id);
    }
  };
  await switchOn(trial.faults);
  await area.act(page);
  if (trial.later) {
    await untilArrived(tenant);
    await switchOn(trial.later);
  }
  await trial.meanwhile?.(page, tenant);
  await expect(resultsOn(page)).toBeVisible();
  await untilAtRest(page, tenant);
  await tenant.clearFaults();
  const { runs, started } = await tidyUp(page, tenant);
  const { tally, details } = await judge(tenant, {
    line,
    runs,
    clicks: 1 + started,
    selected,
    page,
    faults: ids,
    ends,
    ...(neverArrives && { neverArrives }),
  });
  await report(info, tally, details);
}
