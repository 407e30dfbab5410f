import type { Incident } from '../../graph/incidents.ts';
import { incidentName } from '../../resources/incidents/words.ts';
import type { Plan, PlannedItem } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import type { ChangeIntent } from './intent.ts';
import { reviewedIncident } from './reviewed.ts';
import { type Changeable, stateOf } from './state.ts';
import { changeDecision, changeText } from './words.ts';

type Named = Changeable & Pick<Incident, 'id' | 'displayName'>;

/** The decision in words: "Assign 5 incidents to sam@contoso.com". */
export function changeTitle(intent: ChangeIntent, count: number): string {
  return changeDecision(intent, countOf(count, 'incident'));
}

/** The plan to change incidents that `whyNotChange` says nothing against: one request for each. */
export function planChange(intent: ChangeIntent, incidents: readonly Named[], note: string): Plan {
  return {
    title: changeTitle(intent, incidents.length),
    note: note.trim(),
    targets: incidents.map((incident) => ({
      id: incident.id,
      name: incidentName(incident),
      intent,
      items: [planItem(intent, incident)],
    })),
  };
}

/** An incident as it is reviewed. */
export function planItem(intent: ChangeIntent, incident: Named): PlannedItem {
  return {
    id: incident.id,
    name: incidentName(incident),
    detail: changeText(intent),
    before: stateOf(intent, incident),
    reviewed: reviewedIncident(intent, incident),
    incident: incident.id,
  };
}
