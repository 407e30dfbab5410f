import type { Intent } from '../runs/model/run.ts';
import type { Action } from './action.ts';
import { driverApproval } from './driver-approval/action.ts';
import { incidentChange } from './incident-change/action.ts';
import { incidentComment } from './incident-comment/action.ts';
import { inventorySync } from './inventory-sync/action.ts';
import { profileAssignment } from './profile-assignment/action.ts';
import { profileChange } from './profile-change/action.ts';
import { responseAction } from './response-action/action.ts';
import { taskStatus } from './task-status/action.ts';
import { unknownAction } from './unknown-action.ts';
import { userAction } from './user-action/action.ts';

/** Every kind of Graph write there is. A new one is a folder beside this file, and a line here. */
const actions: readonly Action[] = [
  driverApproval,
  incidentChange,
  incidentComment,
  inventorySync,
  profileAssignment,
  profileChange,
  responseAction,
  taskStatus,
  userAction,
];

/** The action of an intent; `unknownAction` where this version has none for it. */
export function actionOf(intent: Intent): Action {
  return actions.find(({ isIntent }) => isIntent(intent)) ?? unknownAction;
}
