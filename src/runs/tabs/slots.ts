/** What this page knows of one run, beside the record of the run. */
export interface Slot {
  /** The key of the account that started the run or took the run up here. */
  owner?: string;
  /** Settled once this page sends nothing more of the run. */
  sending?: Promise<void>;
  /** When the run was last sent to or taken up here, in ms of this page's life. */
  livedFrom?: number;
  /** This page has asked for the lock of the run, to find out what became of its items. */
  isLookedAfter?: boolean;
  /** The run is being taken over: an earlier read of the journal is older than what this page does now. */
  isInHand?: boolean;
  /** The run was over when this page took it up, and this page has followed it since. */
  isFollowedUp?: boolean;
  /** Another tab has written of the run while it was ours. */
  isMissed?: boolean;
}

/** One slot for each run of this page's life. */
export interface Slots {
  /** The slot of a run; an empty one if the run is new here. */
  of(runId: string): Slot;
  /** Takes the mark of a missed record off the runs that pass the test, and returns their ids. */
  takeMissed(isFree: (runId: string) => boolean): readonly string[];
}

export function createSlots(): Slots {
  const slots = new Map<string, Slot>();
  return {
    of(runId) {
      const slot = slots.get(runId) ?? {};
      slots.set(runId, slot);
      return slot;
    },
    takeMissed(isFree) {
      return [...slots].flatMap(([runId, slot]) => {
        if (!slot.isMissed || !isFree(runId)) return [];
        slot.isMissed = false;
        return runId;
      });
    },
  };
}
