import * as v from 'valibot';
import { useKeptState } from '../../ui/use-kept-state.ts';

const schema = v.object({
  request: v.picklist(['approve', 'decline', 'suspend', 'changeDate']),
  /** The driver update that it is about; null: those that are selected. */
  updateId: v.nullable(v.string()),
  /** The profiles that are ticked. */
  profileIds: v.array(v.string()),
  when: v.picklist(['asSoonAsPossible', 'onDate']),
  date: v.string(),
  /** How each ring follows the one before. */
  step: v.picklist(['days', 'patchTuesday']),
  /** The date of each profile, where the page suggests them; null: as soon as possible. Epoch ms. */
  dates: v.exactOptional(v.record(v.string(), v.nullable(v.number()))),
  /** Why the chosen date may fall into a freeze. */
  reason: v.string(),
  /** A pause that stops a rollout on its way. */
  isStop: v.boolean(),
  included: v.array(v.string()),
  note: v.string(),
});

/** A decision over several profiles that is being made. */
export type RolloutDraft = v.InferOutput<typeof schema>;

function readRollout(kept: unknown): RolloutDraft | undefined {
  const parsed = v.safeParse(schema, kept);
  return parsed.success ? parsed.output : undefined;
}

/**
 * The decision that is being made. It survives a trip to the sign-in page.
 *
 * @param page the page on which it was begun: no other page opens it
 */
export function useRollout(page: 'driver-updates' | 'review' | 'calendar') {
  return useKeptState<RolloutDraft | null>(`action.${page}`, null, (value) => value, readRollout);
}

/** A decision as it begins: no profile is ticked but those that were asked for. */
export function rolloutDraft(
  request: RolloutDraft['request'],
  about: {
    readonly updateId?: string;
    readonly profileIds?: readonly string[];
    readonly dates?: RolloutDraft['dates'] | undefined;
    readonly isStop?: boolean;
  } = {},
): RolloutDraft {
  const { updateId = null, profileIds = [], dates, isStop = false } = about;
  return {
    request,
    updateId,
    profileIds: [...profileIds],
    when: 'asSoonAsPossible',
    date: '',
    step: 'days',
    ...(dates && { dates }),
    reason: '',
    isStop,
    included: [],
    note: '',
  };
}

/** The decision that stops a rollout: a pause wherever the driver update is still to become available. */
export function stopDraft(updateId: string, profileIds: readonly string[]): RolloutDraft {
  return rolloutDraft('suspend', { updateId, profileIds, isStop: true });
}

/** False for what stops a rollout: where the date passes while it waits in a plan, it would take away what devices have. */
export function mayBeStaged({ isStop }: Pick<RolloutDraft, 'isStop'>): boolean {
  return !isStop;
}
