import { checkedActionsPerMinute, limits } from '../../graph/budget.ts';
import { incidentCommentRequest } from '../../graph/incident-details.ts';
import { isSafeSegment } from '../../lib/path.ts';
import { incidentKeys } from '../../resources/incidents/queries.ts';
import type { Intent } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import type { Action } from '../action.ts';
import { type CommentIntent, commentKind, isCommentIntent } from './intent.ts';
import { added, commentId, excerptOf, notThere } from './plan.ts';
import { commentConsequence } from './words.ts';
import { commentWork } from './work.ts';

/** Add comments to incidents. Graph documents no way to change or delete one: there is no undo. */
export const incidentComment: Action = {
  kind: commentKind,
  isIntent: isCommentIntent,
  touches: () => [incidentKeys.all],
  mostInRequest: 1,
  accepted: 'successful',
  mayTurnFailure: () => true,
  canBeStaged: ({ intent, target, item }) =>
    isCommentIntent(intent) &&
    isSafeSegment(target.id) &&
    item.id === commentId(intent.comment) &&
    // What a link shows of a comment is the comment.
    item.detail === excerptOf(intent.comment) &&
    item.before === notThere,
  undoLabel: '',
  noun: 'comment',
  decided: 'incident',
  perRequest: 'One request per comment.',
  heads: { name: 'Incident', detail: 'Comment' },
  role: 'Security Operator',
  mostPerMinute: checkedActionsPerMinute(limits.defender),
  carryOut: (intent, { graph, ownNames }) => commentWork(graph, sound(intent), ownNames),
  requestOf: (intent, incidentId) => incidentCommentRequest(incidentId, sound(intent).comment),
  review: (_intent, targets) => ({
    // The title has said how many.
    numbers: [],
    summary: '',
    consequences: [commentConsequence],
    warnings: [],
    whyType: whyTypeIncidents(targets),
  }),
  whyType: whyTypeIncidents,
  decision: (_intent, _before, counted) => `Comment on ${counted}`,
  nameFor: () => 'Add comment',
  graphNameFor: () => 'POST comments',
  stateName: (state) => ({ [notThere]: 'Not there', [added]: 'Added' })[state] ?? state,
  dateText: () => '',
  lastMoment: () => null,
  nextStep: () => ({ text: 'Refresh the list' }),
};

/** Comments on more incidents than these take more than a click. */
const mostIncidents = 20;

function whyTypeIncidents({ length }: readonly unknown[]): readonly string[] {
  return length > mostIncidents ? [`Comments on ${countOf(length, 'incident')}`] : [];
}

/** @throws for any other intent: `isIntent` has let it pass */
function sound(intent: Intent): CommentIntent {
  if (isCommentIntent(intent)) return intent;
  throw new Error('This is no intent for a comment');
}
