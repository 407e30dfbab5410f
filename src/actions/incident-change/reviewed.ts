import { showHidden } from '../../lib/visible-text.ts';
import { assessmentText, incidentStatusText } from '../../resources/incidents/words.ts';
import type { Reviewed } from '../../runs/model/run.ts';
import { changedFacts } from '../changed-facts.ts';
import type { ChangeIntent } from './intent.ts';
import { type Changeable, factsOf, stateOf } from './state.ts';

/** What a change rests on: how the incident is in what it changes, and that people still look at it. */
export function reviewedIncident(intent: ChangeIntent, incident: Changeable): Reviewed {
  return { ...factsOf(stateOf(intent, incident)), merged: incident.status === 'redirected' ? 'yes' : 'no' };
}

const labels = { status: 'Status', owner: 'Owner', assessment: 'Classification', tags: 'Tags' };

/**
 * Which facts of an incident are no longer what was reviewed, in words; undefined when all are the same.
 *
 * @param before the state that was reviewed; in an undo, that which the run has left
 */
export function changesOfIncident(
  before: string,
  intent: ChangeIntent,
  incident: Changeable,
): string | undefined {
  return changedFacts(factsOf(before), factsOf(stateOf(intent, incident)), labels, (fact, value) => {
    if (fact === 'status') return incidentStatusText({ status: value });
    if (fact !== 'assessment') return showHidden(value);
    const [classification = '', determination = ''] = value.split(' ');
    return assessmentText({ classification, determination });
  });
}
