import type { Page } from '@playwright/test';
import { isDriverIntent } from '../../src/actions/driver-approval/intent.ts';
import { type ChangeIntent, isChangeIntent } from '../../src/actions/incident-change/intent.ts';
import { isCommentIntent } from '../../src/actions/incident-comment/intent.ts';
import { type AssignmentIntent, isAssignmentIntent } from '../../src/actions/profile-assignment/intent.ts';
import { readList } from '../../src/actions/profile-assignment/list.ts';
import { isProfileIntent, type ProfileIntent } from '../../src/actions/profile-change/intent.ts';
import { isStatusIntent } from '../../src/actions/task-status/intent.ts';
import { isUserIntent, type UserIntent } from '../../src/actions/user-action/intent.ts';
import { readEvent, readRun } from '../../src/runs/journal/records.ts';
import { notKnownYet, notReadable, sendingElsewhere } from '../../src/runs/model/left-out.ts';
import { reduceRun } from '../../src/runs/model/reducer.ts';
import { putOff } from '../../src/runs/model/retry.ts';
import { type Item, itemsOf, type Run, type Step } from '../../src/runs/model/run.ts';
import type { MadeClaim } from '../support/tenant.ts';

interface Stored {
  readonly runs: readonly { readonly runId: string; readonly run: unknown }[];
  readonly events: readonly { readonly runId: string; readonly event: unknown }[];
}

/** The runs in the page's journal, as they stand on disk. Throws when a record cannot be read. */
export async function readJournal(page: Page): Promise<readonly Run[]> {
  const { runs, events } = await page.evaluate(readStores);
  return runs.map(({ runId, run: record }) => {
    const plan = readRun(record);
    if (!plan) throw new Error(`The record of run ${runId} cannot be read`);
    return events
      .filter((entry) => entry.runId === runId)
      .reduce((run, { event }) => {
        const known = readEvent(event);
        if (!known) throw new Error(`An event of run ${runId} cannot be read: ${JSON.stringify(event)}`);
        return reduceRun(run, known);
      }, plan);
  });
}

function readStores(): Promise<Stored> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('actiondesk-runs');
    opening.onerror = () => reject(opening.error);
    // Nobody has begun a run yet: the look must not make a database without its stores.
    opening.onupgradeneeded = () => {
      opening.transaction?.abort();
      resolve({ runs: [], events: [] });
    };
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(['runs', 'events']);
      const runs = transaction.objectStore('runs').getAll();
      const events = transaction.objectStore('events').getAll();
      transaction.oncomplete = () => {
        database.close();
        resolve({ runs: runs.result, events: events.result });
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });
}

function kindOf({ kind }: Step['intent']): MadeClaim['kind'] {
  switch (kind) {
    case 'driver-approval':
      return 'driverAction';
    case 'response-action':
      return 'responseAction';
    case 'incident-change':
      return 'incidentUpdate';
    case 'incident-comment':
      return 'incidentComment';
    case 'inventory-sync':
      return 'syncInventory';
    case 'task-status':
      return 'taskUpdate';
    case 'profile-change':
      return 'profileChange';
    case 'profile-assignment':
      return 'profileAssignment';
    case 'user-action':
      return 'userAction';
    default:
      throw new Error(`The rig knows no action ${kind}`);
  }
}

/** What is to be so of a profile. */
function wantedOf(intent: ProfileIntent): Readonly<Record<string, unknown>> {
  if (intent.change === 'delete') return { exists: false };
  const { displayName, description, deferral } = intent;
  return {
    displayName,
    description,
    ...(deferral !== null && { deploymentDeferralInDays: deferral }),
    ...(intent.change === 'create' && { approvalType: intent.approvalType }),
  };
}

/** What is to be so of an incident, but for its tags, to which others may add in between. */
function wantedOfIncident({ status, owner, classification, determination }: ChangeIntent) {
  return {
    ...(status !== null && { status }),
    ...(owner !== null && { assignedTo: owner || null }),
    ...(classification !== null && { classification, determination }),
  };
}

/** To whom a profile is to be assigned, as the simulator says it. */
function targetsOf({ groups }: AssignmentIntent): readonly string[] {
  const kinds = { include: 'group', exclude: 'exclusionGroup' } as const;
  return (readList(groups) ?? []).map(({ mode, groupId }) => `${kinds[mode]} ${groupId}`).sort();
}

/** What is to be so of a user, as the simulator says it. */
function factsOf({ action, via }: UserIntent): Readonly<Record<string, unknown>> {
  const isOnPremises = via === 'activeDirectory';
  switch (action) {
    case 'disable':
    case 'enable':
      return { [isOnPremises ? 'activeDirectoryEnabled' : 'accountEnabled']: action === 'enable' };
    case 'forcePasswordReset':
      return { [isOnPremises ? 'activeDirectoryMustChangePassword' : 'mustChangePassword']: true };
    case 'requireUserToSignInAgain':
      return { sessionsRevoked: true };
    case 'markUserAsCompromised':
      return { riskState: 'confirmedCompromised' };
  }
}

/** What the journal says became of every item that a run was to change. */
export function claimsOf(runs: readonly Run[]): MadeClaim[] {
  return runs.flatMap((run) =>
    run.steps.flatMap(({ intent, targetId, attempts, items }) =>
      items.map(
        (item): MadeClaim => ({
          kind: kindOf(intent),
          targetId,
          // The simulator logs a comment under its incident, and an action on a user under the user or account that the request names.
          itemId: isCommentIntent(intent) || isUserIntent(intent) ? targetId : item.id,
          ...(isDriverIntent(intent) && {
            action: intent.action,
            deployAt: intent.deployAt === null ? null : new Date(intent.deployAt).toISOString(),
          }),
          ...(isCommentIntent(intent) && { action: intent.comment }),
          ...(isChangeIntent(intent) && { action: JSON.stringify(wantedOfIncident(intent)) }),
          ...(isStatusIntent(intent) && { action: intent.status }),
          ...(isProfileIntent(intent) && { action: JSON.stringify(wantedOf(intent)) }),
          ...(isAssignmentIntent(intent) && { action: JSON.stringify({ targets: targetsOf(intent) }) }),
          ...(isUserIntent(intent) && { action: JSON.stringify(factsOf(intent)) }),
          outcome: item.outcome ?? item.phase,
          ...(item.outcome === 'skipped' && { because: becauseOf(item) }),
          clientRequestIds: attempts
            .filter(({ ids }) => ids.includes(item.id))
            .map(({ clientRequestId }) => clientRequestId),
        }),
      ),
    ),
  );
}

/** The words that have no code in the journal. */
const reasons: Readonly<Record<string, MadeClaim['because']>> = {
  [putOff.reason]: 'refusedForNow',
  [notKnownYet]: 'openElsewhere',
  [sendingElsewhere]: 'openElsewhere',
  'Couldn’t read its row, so it wasn’t sent': 'notReadable',
  [notReadable]: 'notReadable',
};

function becauseOf({ left, reason }: Item): MadeClaim['because'] {
  if (left === 'canceled') return 'cancelled';
  return left === 'later' ? 'leftToLater' : (left ?? reasons[reason]);
}

/** True while nobody has to wait for anything: every run is over, or waits for a person. */
export function isAtRest(run: Run): boolean {
  return run.state === 'done' || (run.state === 'paused' && !hasOpen(run));
}

/** True while a run has items that were sent, and of which a read has yet to have the last word. */
export function hasOpen(run: Run): boolean {
  return itemsOf(run).some(({ phase }) => phase === 'sending' || phase === 'answered');
}
