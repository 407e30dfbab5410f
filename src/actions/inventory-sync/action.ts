import { syncRequest } from '../../graph/inventory-sync.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import { formatCount } from '../../ui/format.ts';
import type { Action } from '../action.ts';
import { syncKind, syncNeeds } from './plan.ts';
import { syncStateName } from './words.ts';
import { syncWork } from './work.ts';

/** Ask Intune to refresh the driver inventory of a profile from Windows Update. */
export const inventorySync: Action = {
  ...syncNeeds,
  isIntent: (intent) => intent.kind === syncKind && Object.keys(intent).length === 1,
  touches: profileKeys.changedIn,
  mostInRequest: 1,
  accepted: 'started',
  mayTurnFailure: () => true,
  // What it finds can’t be foreseen, and it changes nothing that a second person could look at.
  canBeStaged: () => false,
  undoLabel: '',
  noun: 'profile',
  decided: 'profile',
  perRequest: 'One request per profile.',
  heads: { name: 'Profile' },
  mostPerMinute: Number.POSITIVE_INFINITY,
  carryOut: (_intent, { graph }) => syncWork(graph),
  requestOf: (_intent, profileId) => syncRequest(profileId),
  review(_intent, { length }) {
    return {
      numbers: [{ value: formatCount(length), label: length === 1 ? 'profile' : 'profiles' }],
      summary: '',
      consequences: ['Asks Intune to look for drivers again. Nothing changes on any device.'],
      warnings: [],
      whyType: [],
    };
  },
  decision: (_intent, _before, counted) => `Sync ${counted}`,
  nameFor: () => 'Sync inventory',
  graphNameFor: () => 'syncInventory',
  stateName: syncStateName,
  dateText: () => '',
  lastMoment: () => null,
  nextStep: () => ({ text: 'Refresh the list' }),
};
