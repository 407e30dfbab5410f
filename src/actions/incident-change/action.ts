import { checkedActionsPerMinute, limits } from '../../graph/budget.ts';
import { incidentChangeRequest } from '../../graph/incident-details.ts';
import { isSafeSegment } from '../../lib/path.ts';
import { incidentKeys } from '../../resources/incidents/queries.ts';
import type { Intent } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import type { Action } from '../action.ts';
import { bodyOf } from './body.ts';
import { type ChangeIntent, changeKind, isChangeIntent } from './intent.ts';
import { intentOf, isStateOf, stateText, wantedState } from './state.ts';
import { changeConsequence, changeDecision, changeName, resolveConsequence } from './words.ts';
import { changeWork } from './work.ts';

/** Change the status, the owner, the classification and the tags of incidents. */
export const incidentChange: Action = {
  kind: changeKind,
  isIntent: isChangeIntent,
  touches: () => [incidentKeys.all],
  mostInRequest: 1,
  accepted: 'successful',
  mayTurnFailure: () => true,
  // While a change isn’t confirmed, its undo could not be told from a colleague’s.
  undo(intent, { before, outcome }) {
    const back =
      outcome === 'confirmed' && isChangeIntent(intent) && isStateOf(intent, before) && intentOf(before);
    return back ? { intent: back, before: wantedState(intent) } : undefined;
  },
  canBeStaged: ({ intent, target, item }) =>
    isChangeIntent(intent) &&
    isSafeSegment(target.id) &&
    target.id === item.id &&
    isStateOf(intent, item.before),
  undoLabel: 'Undo',
  noun: 'incident',
  decided: 'incident',
  perRequest: 'One request per incident.',
  heads: { name: 'Incident', detail: 'Change' },
  role: 'Security Operator',
  mostPerMinute: checkedActionsPerMinute(limits.defender),
  carryOut: (intent, { graph, ownNames }) => changeWork(graph, sound(intent), ownNames),
  // Which tags the incident has at the sending, no one knows before it.
  requestOf: (intent, incidentId) => incidentChangeRequest(incidentId, bodyOf(sound(intent), [otherTags])),
  review: (intent, targets) => ({
    // The title has said how many.
    numbers: [],
    summary: '',
    consequences: [changeConsequence, ...(sound(intent).status === 'resolved' ? [resolveConsequence] : [])],
    warnings: [],
    whyType: whyTypeIncidents(targets),
  }),
  whyType: whyTypeIncidents,
  decision: (intent, _before, counted) => changeDecision(sound(intent), counted),
  nameFor: (intent) => changeName(sound(intent)),
  graphNameFor: () => 'PATCH incident',
  stateName: (state) => (state === '' ? '' : stateText(state)),
  dateText: () => '',
  lastMoment: () => null,
  nextStep: () => ({ text: 'Refresh the list' }),
};

const otherTags = '(the tags that the incident has then)';

/** More incidents than these take more than a click. */
const mostIncidents = 20;

function whyTypeIncidents({ length }: readonly unknown[]): readonly string[] {
  return length > mostIncidents ? [`Changes ${countOf(length, 'incident')}`] : [];
}

/** @throws for any other intent: `isIntent` has let it pass */
function sound(intent: Intent): ChangeIntent {
  if (isChangeIntent(intent)) return intent;
  throw new Error('This is no intent for an incident');
}
