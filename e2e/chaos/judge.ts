import type { Page } from '@playwright/test';
import type { Run } from '../../src/runs/model/run.ts';
import type { MadeClaim, Tenant, TenantLog } from '../support/tenant.ts';
import { claimsOf } from './journal.ts';
import { differencesOn } from './panel.ts';
import { type Tally, tallyOf } from './tally.ts';

/** Something that a person selected. */
export type Selected = Pick<MadeClaim, 'kind' | 'targetId' | 'itemId'>;

/** How an item has to end: its state is as wanted, by our own doing, or it is not; or in a word of the app's. */
export type End = 'applied' | 'notApplied' | 'rejected';

const words: Readonly<Record<MadeClaim['kind'], string>> = {
  driverAction: 'confirmed',
  responseAction: 'completed',
  syncInventory: 'completed',
  taskUpdate: 'confirmed',
  profileChange: 'confirmed',
  profileAssignment: 'confirmed',
  incidentUpdate: 'confirmed',
  incidentComment: 'confirmed',
  userAction: 'confirmed',
};

/** What a case knows of itself. */
export interface Case {
  readonly line: string;
  readonly runs: readonly Run[];
  /** Of each item, how often a person clicked to send it. */
  readonly clicks: number;
  /** How many runs a person has started; as many as `clicks` unless it says so. */
  readonly started?: number;
  readonly selected: readonly Selected[];
  /** The page whose outcomes are compared with the journal; undefined where none is open. */
  readonly page?: Page;
  /** The ids of the faults of the case: each must have been met, unless `byChance`. */
  readonly faults?: readonly string[];
  readonly byChance?: boolean;
  /** How each selected item has to end. */
  readonly ends?: readonly End[];
  /** Nothing arrives, as the fault keeps everything from being sent. */
  readonly neverArrives?: boolean;
}

/** Holds what the journal and the page say against what the tenant knows. */
export async function judge(
  tenant: Tenant,
  {
    line,
    runs,
    clicks,
    started = clicks,
    selected,
    page,
    faults = [],
    byChance,
    ends,
    neverArrives = false,
  }: Case,
): Promise<{ tally: Tally; details: unknown }> {
  const claims = claimsOf(runs);
  const verdict = await tenant.verdict(claims, { selected: [...selected], clicks });
  const log = await tenant.log();
  const { requests, violations, elsewhere } = log;
  const wrong = page ? [...(await differencesOn(page, runs))] : [];
  wrong.push(...wrongEnds(claims, selected, ends, log));
  const met = faults.map((id) => requests.filter(({ fault }) => fault === id).length);
  if (byChance ? faults.length > 0 && !met.some((times) => times > 0) : met.includes(0)) {
    wrong.push(`A fault was not met: ${faults.map((id, index) => `${id} ${met[index]}`).join(', ')}`);
  }
  const hasArrived = requests.some(({ method }) => ['POST', 'PATCH', 'DELETE'].includes(method));
  if (hasArrived === neverArrives) wrong.push(hasArrived ? 'Something was sent' : 'Nothing was sent');
  const sent = runs.filter(({ steps }) => steps.some(({ attempts }) => attempts.length > 0)).length;
  const tally = tallyOf(line, verdict, {
    early: violations.length,
    faultsMet: met.reduce((sum, times) => sum + times, 0),
    withoutGesture: Math.max(0, sent - started),
    wrong: wrong.length,
    strayed: elsewhere.length,
  });
  const early = violations.map(({ seq, path, earlyMs }) => `${path} came ${earlyMs} ms too early (${seq})`);
  return { tally, details: [...verdict.details, ...wrong, ...early] };
}

/** Where items did not end as they had to: by the app's last word, and by the log. */
function wrongEnds(
  claims: readonly MadeClaim[],
  selected: readonly Selected[],
  ends: readonly End[] | undefined,
  { effects }: TenantLog,
): readonly string[] {
  return selected.flatMap(({ kind, itemId }, index) => {
    const end = ends?.[index] ?? ends?.at(-1);
    if (end === undefined) return [];
    const own = claims.filter((claim) => claim.itemId === itemId);
    const said = own.at(-1)?.outcome;
    const ids = own.flatMap(({ clientRequestIds }) => clientRequestIds);
    const done = effects.some(
      ({ driverId, taskId, profileId, incidentId, userId, action, clientRequestId }) =>
        // A new profile gets its id from the effect.
        (action === 'create' || (driverId ?? taskId ?? profileId ?? incidentId ?? userId) === itemId) &&
        ids.includes(clientRequestId ?? ''),
    );
    const wanted = end === 'applied' ? words[kind] : end;
    return [
      ...(said === wanted ? [] : [`${itemId} ended as ${said}, not as ${wanted}`]),
      ...(done === (end === 'applied') ? [] : [`${itemId}: ${done ? 'an effect' : 'no effect'} in the log`]),
    ];
  });
}
