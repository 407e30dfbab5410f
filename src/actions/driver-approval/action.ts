import { driverActionRequest, mostDriversInAction } from '../../graph/driver-actions.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import type { Intent } from '../../runs/model/run.ts';
import { formatMoment } from '../../ui/format.ts';
import type { Action } from '../action.ts';
import type { SeenDrivers } from './afresh.ts';
import { type DriverIntent, driverKind, isDriverIntent } from './intent.ts';
import { reviewDriversAfresh } from './review.ts';
import { type DriverRequest, requestOf } from './rules.ts';
import { whyTypePlan } from './why-type.ts';
import { driverStateName, verbs } from './words.ts';
import { driverActionBody, driverWork } from './work.ts';

/** Approve, decline and pause drivers of a profile; an approval of an approved driver changes its date. */
export const driverApproval: Action = {
  kind: driverKind,
  isIntent: isDriverIntent,
  touches: profileKeys.changedIn,
  mostInRequest: mostDriversInAction,
  accepted: null,
  mayTurnFailure: () => true,
  undo(intent, { before }) {
    // A change of date leaves a driver as approved as it was.
    if (!isDriverIntent(intent) || intent.action !== 'approve' || before === 'approved') return undefined;
    return { intent: { ...intent, action: 'suspend', deployAt: null }, before: 'approved' };
  },
  canBeStaged: () => true,
  undoLabel: 'Pause these drivers',
  noun: 'driver',
  decided: 'driver',
  perRequest: `One request per profile and up to ${mostDriversInAction} drivers.`,
  heads: { name: 'Driver name', isDetailInName: true, target: 'Profile' },
  role: 'Intune Administrator',
  mostPerMinute: Number.POSITIVE_INFINITY,
  carryOut: (intent, { graph, now }) => driverWork(graph, sound(intent), now),
  requestOf: (intent, profileId, ids) => driverActionRequest(profileId, driverActionBody(sound(intent), ids)),
  review: (intent, targets, seen) => reviewDriversAfresh(targets, sound(intent), seen as SeenDrivers), // as `driversAfresh` gave it
  whyType: whyTypePlan,
  decision: (intent, before, counted) => `${verbs[requestFor(intent, before)]} ${counted}`,
  nameFor(intent, { before }) {
    const request = requestFor(intent, before);
    return request === 'changeDate' ? 'Change date' : verbs[request];
  },
  graphNameFor: (intent) => sound(intent).action,
  stateName: driverStateName,
  dateText(intent) {
    if (!isDriverIntent(intent) || intent.action !== 'approve') return '';
    return intent.deployAt === null
      ? 'Available as soon as possible'
      : `Available from ${formatMoment(intent.deployAt)}`;
  },
  lastMoment: (intent) => (isDriverIntent(intent) && intent.action === 'approve' ? intent.deployAt : null),
  nextStep: () => ({ text: 'Refresh the list' }),
};

function requestFor(intent: Intent, before: string): DriverRequest {
  return requestOf(sound(intent).action, before);
}

/** @throws for any other: `isIntent` has let it pass */
function sound(intent: Intent): DriverIntent {
  if (isDriverIntent(intent)) return intent;
  throw new Error('This is no intent for drivers');
}
