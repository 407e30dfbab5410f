import { requestOf } from '../actions/driver-approval/rules.ts';
import { verbs } from '../actions/driver-approval/words.ts';
import { toIso } from '../lib/instant.ts';
import { showHidden } from '../lib/visible-text.ts';
import { statusText } from '../resources/driver-profiles/words.ts';
import { actionStatusText, actionText } from '../resources/incident-tasks/words.ts';
import type { Intent, Item } from '../runs/model.ts';

/** The record of a run in words, for exports and paper: beside each stands the name that Graph uses. */

/** "Approve", "Isolate device" */
export function actionName(intent: Intent, { before, reviewed }: Pick<Item, 'before' | 'reviewed'>): string {
  switch (intent.kind) {
    case 'drivers': {
      const request = requestOf(intent.action, before);
      return request === 'changeDate' ? 'Change date' : verbs[request];
    }
    case 'tasks':
      return actionText({ actionType: reviewed.actionType ?? '' });
    case 'sync':
      return 'Sync inventory';
  }
}

/** The same as Graph calls it: "suspend", "isolateDevice". */
export function actionId(intent: Intent, { reviewed }: Pick<Item, 'reviewed'>): string {
  switch (intent.kind) {
    case 'drivers':
      return intent.action;
    case 'tasks':
      return reviewed.actionType ?? '';
    case 'sync':
      return 'syncInventory';
  }
}

/**
 * A recorded state: "Approved", "Approved, available from 2026-12-08T02:00:00Z", "Syncing, last synced 2026-12-08T02:00:00Z". It stands
 * for Graph's name, with a date behind it where one belongs to it.
 */
export function stateName({ kind }: Intent, state: string): string {
  const [, name = state, date = ''] = /^(\w+) (\S+)$/.exec(state) ?? [];
  switch (kind) {
    case 'drivers':
      return withDate(statusText({ approvalStatus: name }), date && `available from ${date}`);
    case 'tasks':
      return actionStatusText({ actionStatus: state });
    case 'sync':
      return withDate(
        syncNames.get(name) ?? showHidden(name),
        /^\d+$/.test(date) ? `last synced ${toIso(Number(date))}` : '',
      );
  }
}

const syncNames: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['never', 'Never synced'],
  ['pending', 'Syncing'],
  ['success', 'Synced'],
  ['failure', 'Sync failed'],
]);

function withDate(name: string, date: string): string {
  return [name, date].filter(Boolean).join(', ');
}
