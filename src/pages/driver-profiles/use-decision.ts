import * as v from 'valibot';
import { useKeptState } from '../../ui/use-kept-state.ts';
import type { ActionDraft } from './action-dialog.tsx';
import type { AskDecision } from './driver-requests.ts';

/** A decision that is being made. */
export interface Decision extends ActionDraft {
  /** The one driver that it is about; null: those that are selected. */
  readonly driverId: string | null;
}

const schema = v.object({
  request: v.picklist(['approve', 'decline', 'suspend', 'changeDate']),
  when: v.picklist(['asSoonAsPossible', 'onDate']),
  date: v.string(),
  included: v.array(v.string()),
  note: v.string(),
  driverId: v.nullish(v.string(), null),
});

function readDecision(kept: unknown): Decision | undefined {
  const parsed = v.safeParse(schema, kept);
  return parsed.success ? parsed.output : undefined;
}

/** The decision that is being made on the page of a profile, and how one begins. It survives a trip to the sign-in page. */
export function useDecision(profileId: string) {
  const [decision, setDecision] = useKeptState<Decision | null>(
    `action.${profileId}`,
    null,
    (value) => value,
    readDecision,
  );
  const ask: AskDecision = (request, driverId) =>
    setDecision({
      request,
      driverId: driverId ?? null,
      when: 'asSoonAsPossible',
      date: '',
      included: [],
      note: '',
    });
  return { decision, setDecision, ask };
}
