import { ProblemError } from '../lib/problem.ts';
import type { Action } from './action.ts';

/**
 * Stands in for an action that this version does not have, or whose intent was changed by hand: its runs stay in the
 * history as they are, and nothing of them is sent or read.
 */
export const unknownAction: Action = {
  kind: '',
  isIntent: () => true,
  touches: () => [],
  mostInRequest: 1,
  accepted: null,
  mayTurnFailure: () => false,
  canBeStaged: () => false,
  undoLabel: '',
  noun: 'item',
  decided: 'item',
  perRequest: '',
  heads: { name: 'Name', detail: 'Detail', target: 'Target' },
  role: '',
  mostPerMinute: Number.POSITIVE_INFINITY,
  carryOut: () => ({
    scopes: [],
    lanes: 1,
    readAt: [],
    inspect: refuse,
    readAfresh: refuse,
    send: refuse,
    observe: refuse,
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'unknown' }),
    isFinal: () => true,
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'unknown' })),
  }),
  requestOf() {
    throw new ProblemError(notKnown);
  },
  review: () => ({ numbers: [], summary: '', consequences: [], warnings: [], whyType: [] }),
  decision: (_intent, _before, counted) => `Repeat ${counted}`,
  nameFor: ({ kind }) => kind,
  graphNameFor: ({ kind }) => kind,
  stateName: (state) => state,
  dateText: () => '',
  lastMoment: () => null,
  nextStep: () => ({ text: 'Refresh the list' }),
};

const notKnown = {
  kind: 'rejected',
  title: 'This version of Actiondesk doesn’t know the action of this run',
  advice: 'Reload the page to get the newest version. Until then, check the items in the portal.',
} as const;

async function refuse(): Promise<never> {
  throw new ProblemError(notKnown);
}
