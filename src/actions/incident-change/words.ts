import { showHidden, showName } from '../../lib/visible-text.ts';
import { assessmentText, incidentStatusText } from '../../resources/incidents/words.ts';
import { type ChangeIntent, tagsOf } from './intent.ts';
import { stateText, wantedState } from './state.ts';

/** What a change does, and what it doesn’t. */
export const changeConsequence = 'Changes incidents only: their tasks stay as they are, and no action runs.';
export const resolveConsequence = 'Defender may resolve the open alerts of a resolved incident with it.';

/** What is to be so: "Resolved, owner sam@contoso.com". */
export function changeText(intent: ChangeIntent): string {
  return stateText(wantedState(intent));
}

/** What a change touches: one part alone has a verb, several are a change. */
function onlyPart(intent: ChangeIntent): 'status' | 'owner' | 'assessment' | 'tags' | undefined {
  const { added, removed } = tagsOf(intent);
  const parts = [
    ...(intent.status === null ? [] : (['status'] as const)),
    ...(intent.owner === null ? [] : (['owner'] as const)),
    ...(intent.classification === null ? [] : (['assessment'] as const)),
    ...(added.length + removed.length === 0 ? [] : (['tags'] as const)),
  ];
  const [only, ...others] = parts;
  return others.length === 0 ? only : undefined;
}

/** The decision about so many incidents. @param counted "3 incidents", "the remaining 3 incidents" */
export function changeDecision(intent: ChangeIntent, counted: string): string {
  const { status, owner, classification, determination } = intent;
  switch (onlyPart(intent)) {
    case 'status':
      return `Set ${counted} to ${incidentStatusText({ status: status ?? '' })}`;
    case 'owner':
      return owner === '' ? `Set ${counted} to no owner` : `Assign ${counted} to ${showName(owner ?? '')}`;
    case 'assessment':
      return `Classify ${counted} as ${assessmentText({ classification: classification ?? '', determination: determination ?? '' })}`;
    case 'tags':
      return `Change tags of ${counted}`;
    default:
      return `Change ${counted}`;
  }
}

/** What was done to an incident, for records: "Assign to sam@contoso.com". */
export function changeName(intent: ChangeIntent): string {
  const { owner } = intent;
  const { added, removed } = tagsOf(intent);
  const tags = [
    ...added.map((tag) => `+“${showHidden(tag)}”`),
    ...removed.map((tag) => `−“${showHidden(tag)}”`),
  ];
  switch (onlyPart(intent)) {
    case 'status':
      return `Set status to ${changeText(intent)}`;
    case 'owner':
      return owner === '' ? 'Remove owner' : `Assign to ${showName(owner ?? '')}`;
    case 'assessment':
      return `Classify as ${changeText(intent)}`;
    case 'tags':
      return `Change tags: ${tags.join(', ')}`;
    default:
      return `Change to ${changeText(intent)}`;
  }
}
