import * as v from 'valibot';
import { listParam, textParam } from '../../lib/search-params.ts';

/** The tabs of an incident; the context is one where there is no room for it beside the tasks. */
const incidentTabs = ['tasks', 'alerts', 'evidence', 'runs', 'context'] as const;
export type IncidentTab = (typeof incidentTabs)[number];

const schema = v.object({
  q: textParam,
  /** Which incidents are listed: those that are open when absent. */
  show: v.fallback(v.optional(v.picklist(['mine', 'noOwner', 'all'])), undefined),
  severity: listParam,
  status: listParam,
  sort: textParam,
  /** The tab of the incident that is open: its tasks when absent. */
  tab: v.fallback(v.optional(v.picklist(incidentTabs)), undefined),
  /** The task that is unfolded. */
  task: textParam,
});

export type IncidentsSearch = v.InferOutput<typeof schema>;

/** What the address of the page says; what it says wrongly counts as not said. */
export function readIncidentsSearch(search: Record<string, unknown>): IncidentsSearch {
  return v.parse(schema, search);
}

/** In the address, in place of an id: the tasks whose incident Graph doesn't name. */
const withoutIncident = 'none';

/** @param incidentId '' for the tasks without an incident */
export function idInAddress(incidentId: string): string {
  return incidentId === '' ? withoutIncident : incidentId;
}

/** The other way round; undefined where the address names no incident. */
export function idOfAddress(param: string | undefined): string | undefined {
  return param === withoutIncident ? '' : param;
}
