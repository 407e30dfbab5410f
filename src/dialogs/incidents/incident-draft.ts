import * as v from 'valibot';
import { settableStatuses } from '../../actions/incident-change/rules.ts';
import { dropDraft, keepDraft, readDraft } from '../../lib/drafts.ts';

/** What a person has chosen in the dialog that changes incidents. `keep`: stays as it is, and is not sent. */
const changeForm = v.object({
  status: v.picklist(['keep', ...settableStatuses]),
  owner: v.picklist(['keep', 'me', 'nobody', 'other']),
  /** With `other`. */
  ownerName: v.string(),
  /** `keep`, or classification and determination: `truePositive malware`. */
  assessment: v.string(),
  /** As typed, with commas between. */
  addTags: v.string(),
  removeTags: v.array(v.string()),
});
export type ChangeForm = v.InferOutput<typeof changeForm>;

const ids = v.array(v.string());
const schema = v.variant('command', [
  v.object({ command: v.literal('assign'), incidentIds: ids, note: v.string() }),
  v.object({ command: v.literal('change'), incidentIds: ids, note: v.string(), change: changeForm }),
  v.object({ command: v.literal('comment'), incidentIds: ids, note: v.string(), comment: v.string() }),
  /** One comment for each incident, by its id: the hand-over. */
  v.object({
    command: v.literal('comments'),
    comments: v.record(v.string(), v.string()),
    /** The incidents whose comment the person leaves out. */
    leaveOut: ids,
    /** Why the dialog begins without some of them, by incident: "posted 09:12". */
    whyLeftOut: v.record(v.string(), v.string()),
    note: v.string(),
  }),
]);

/**
 * What is about to be done to incidents: the dialog that is open, for which incidents, and what was typed there. The page
 * keeps it (`useKeptState`), so that the dialog is open again after a trip to the sign-in page.
 */
export type IncidentDraft = v.InferOutput<typeof schema>;

/** Reads a draft that was kept; undefined for anything else: the developer tools may have changed it. */
export function readIncidentDraft(kept: unknown): IncidentDraft | undefined {
  const parsed = v.safeParse(schema, kept);
  return parsed.success ? parsed.output : undefined;
}

/** “Assign to me?” */
export function assignDraft(incidentIds: readonly string[]): IncidentDraft {
  return { command: 'assign', incidentIds: [...incidentIds], note: '' };
}

/** The dialog for status, classification, owner and tags. */
export function changeDraft(incidentIds: readonly string[]): IncidentDraft {
  return { command: 'change', incidentIds: [...incidentIds], note: '', change: noChange };
}

const noChange: ChangeForm = {
  status: 'keep',
  owner: 'keep',
  ownerName: '',
  assessment: 'keep',
  addTags: '',
  removeTags: [],
};

/** One comment, on one incident or on each of several. It begins with what was typed for them and not sent. */
export function commentDraft(incidentIds: readonly string[]): IncidentDraft {
  const kept = readDraft(keptName(incidentIds));
  const comment = typeof kept === 'string' ? kept : '';
  return { command: 'comment', incidentIds: [...incidentIds], note: '', comment };
}

/**
 * A comment of its own for each incident, to be sent or staged as one plan.
 *
 * @param comments by the ids of incidents
 * @param whyLeftOut why the comments of some are left out until they are ticked, by the ids of incidents
 */
export function commentsDraft(
  comments: Readonly<Record<string, string>>,
  whyLeftOut: Readonly<Record<string, string>> = {},
): IncidentDraft {
  return {
    command: 'comments',
    comments: { ...comments },
    leaveOut: Object.keys(whyLeftOut),
    whyLeftOut: { ...whyLeftOut },
    note: '',
  };
}

const keptName = (incidentIds: readonly string[]) => `incident-comment.${incidentIds.join(' ')}`;

/** A comment is work: whatever closes its dialog doesn’t throw away what was typed. */
export function keepComment(incidentIds: readonly string[], comment: string): void {
  if (comment.trim() === '') dropDraft(keptName(incidentIds));
  else keepDraft(keptName(incidentIds), comment);
}
