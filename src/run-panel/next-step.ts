import { incidentPage, portalLink } from '../resources/incident-tasks/portal-link.ts';
import type { Intent, Item, Step } from '../runs/model.ts';

/** What a person can do about an item that another try can’t help. */
export interface NextStep {
  readonly text: string;
  /** Where the text leads, outside Actiondesk. */
  readonly href?: string;
}

/** The next step for a final refusal; undefined where another try may help, or there is nothing to do. */
export function nextStepFor(
  { kind }: Intent,
  { problem }: Pick<Step, 'problem'>,
  { isFinal, outcome, incident }: Pick<Item, 'isFinal' | 'outcome' | 'incident'>,
): NextStep | undefined {
  if (!isFinal || outcome === 'completed') return undefined;
  if (kind !== 'tasks' || problem?.kind === 'notFound') return { text: 'Refresh the list' };
  // The history may have been changed by hand: the address is checked like any other foreign text.
  const href = portalLink({ incidentWebUrl: incidentPage({ incident: { id: incident } }) });
  return href === undefined
    ? { text: 'Open the task in the Defender portal' }
    : { text: 'Open the task in the Defender portal', href };
}
