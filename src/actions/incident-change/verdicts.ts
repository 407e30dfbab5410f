import type { IncidentState } from '../../graph/incident-state.ts';
import { showName } from '../../lib/visible-text.ts';
import { isOwnName } from '../../resources/incidents/own-name.ts';
import { incidentName } from '../../resources/incidents/words.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item } from '../../runs/model/run.ts';
import type { Inspected } from '../../runs/work.ts';
import { type ChangeIntent, tagsOf } from './intent.ts';
import { changesOfIncident, reviewedIncident } from './reviewed.ts';
import { whyNoChange, whyNoTags } from './rules.ts';
import { type Changeable, isSameState, stateOf, stateText, wantedState } from './state.ts';

/** What an older read may show too is taken for final after so many ms. */
const settleTime = 60_000;

export function changeableOf(incident: IncidentState): Changeable {
  return { ...incident, customTags: incident.customTags.items };
}

/** A stamp of what a change is about: another date behind the same state says that the incident was changed. */
export function incidentStamp(intent: ChangeIntent, incident: IncidentState): string {
  return `${stateOf(intent, changeableOf(incident))} ${incident.lastUpdateDateTime ?? 'no date'}`;
}

/** Why the tags can't be told; undefined where the change is not about tags. */
function whyNotWhole(intent: ChangeIntent, incident: IncidentState): string | undefined {
  const { added, removed } = tagsOf(intent);
  return added.length + removed.length > 0 ? whyNoTags(incident) : undefined;
}

/** ". Last changed by Kim": whether that was the change in question, Graph doesn’t tell. */
function byWhom({ lastModifiedBy }: IncidentState, ownNames: readonly string[]): string {
  if (lastModifiedBy.trim() === '') return '';
  return isOwnName(lastModifiedBy, ownNames)
    ? '. Last changed by you'
    : `. Last changed by ${showName(lastModifiedBy)}`;
}

/** What the read just before a sending says of a change. @param wasSent a request for it has left already */
export function judgeChangeBefore(
  intent: ChangeIntent,
  item: Item,
  incident: IncidentState,
  { wasSent, ownNames }: { readonly wasSent: boolean; readonly ownNames: readonly string[] },
): Inspected {
  const { id } = item;
  const now = changeableOf(incident);
  const state = stateOf(intent, now);
  const settled = { id, phase: 'settled', after: state } as const;
  const reason = whyNoChange(incident) ?? whyNotWhole(intent, incident);
  if (reason !== undefined) return { ...settled, outcome: 'changedByOther', reason: `${reason}; skipped` };
  if (isSameState(state, wantedState(intent))) {
    // Sent before, and refused for now: it may be our own doing.
    return wasSent
      ? { ...settled, outcome: 'confirmed' }
      : { ...settled, outcome: 'skipped', left: 'alreadySo', reason: 'Already in that state' };
  }
  const changes = changesOfIncident(item.before, intent, now);
  if (changes !== undefined) {
    return { ...settled, outcome: 'changedByOther', reason: `${changes}${byWhom(incident, ownNames)}` };
  }
  return {
    id,
    phase: 'planned',
    outcome: null,
    pre: incidentStamp(intent, incident),
    name: incidentName(incident),
    reviewed: reviewedIncident(intent, now),
  };
}

/**
 * What a read after a sending says of a change.
 *
 * @param elapsed ms since the answer
 * @returns undefined while the read proves nothing
 */
export function judgeChangeAfter(
  intent: ChangeIntent,
  item: Item,
  incident: IncidentState | 'gone',
  { elapsed, ownNames }: { readonly elapsed: number; readonly ownNames: readonly string[] },
): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (incident === 'gone') {
    return { ...settled, outcome: 'notFound', reason: 'The incident no longer exists' };
  }
  if (whyNotWhole(intent, incident) !== undefined) {
    return item.outcome === 'rejected' ? { ...settled, outcome: 'rejected', reason: item.reason } : undefined;
  }
  const state = stateOf(intent, changeableOf(incident));
  const seen = { ...settled, after: state };
  if (isSameState(state, wantedState(intent))) {
    const wasRefused = item.outcome === 'rejected' || item.outcome === 'skipped';
    return { ...seen, outcome: 'confirmed', ...(wasRefused && { reason: refusedButSo }) };
  }
  if (item.outcome === 'rejected') return { ...seen, outcome: 'rejected', reason: item.reason };
  const isOld = elapsed < settleTime;
  // A third state: whether ours came first, and was replaced, nobody can tell.
  if (!isSameState(state, item.before)) {
    const reason = `“${stateText(state)}” by now${byWhom(incident, ownNames)}`;
    return isOld ? undefined : { ...seen, outcome: 'changedByOther', reason };
  }
  if (item.outcome === 'skipped') return { ...seen, ...refusedForNow };
  if (isOld) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  if (item.outcome === 'successful' || item.outcome === 'contradicted') {
    const reason = `Defender accepted it, but shows “${stateText(state)}” ${at}${byWhom(incident, ownNames)}`;
    return { ...seen, outcome: 'contradicted', reason };
  }
  // The incident was changed: the state from before may come from that change, after ours.
  return incidentStamp(intent, incident) === item.pre
    ? { ...seen, outcome: 'notApplied', reason: `Unchanged ${at}` }
    : undefined;
}

const refusedButSo = 'The request was rejected, but the incident is as you asked for';
