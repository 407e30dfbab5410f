import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { statesIn } from '../../resources/driver-updates/conflict-words.ts';
import { type Columns, cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import type { Lineage } from '../../resources/driver-updates/lineage.ts';
import { versionText } from '../../resources/driver-updates/words.ts';
import { countOf } from '../../ui/format.ts';
import type { RolloutRing } from './rollout.ts';

/** What an approval is looked at with. */
export interface WarnedBy {
  /** In their order. */
  readonly rings: readonly DriverProfile[];
  readonly columns: Columns;
  readonly nameOf: (profileId: string) => string;
  readonly lineageOf: (update: DriverUpdate) => Lineage | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * What a person may have overlooked who approves: a newer version, and earlier rings that have declined or paused the same.
 *
 * @param updates those of which something is sent
 * @param sending what is sent in each profile
 */
export function approvalWarnings(
  updates: readonly DriverUpdate[],
  sending: readonly Pick<RolloutRing, 'profile' | 'sent'>[],
  { lineageOf, rings, ...context }: WarnedBy,
): readonly string[] {
  const superseded = updates.filter((update) => lineageOf(update)?.supersededBy);
  const held = updates.flatMap((update) => {
    const isSentTo = ({ id }: DriverProfile) => {
      const driver = cellIn(update, context.columns, id);
      return sending.some(({ profile, sent }) => profile.id === id && driver && sent.includes(driver));
    };
    const before = rings.slice(0, Math.max(0, rings.findLastIndex(isSentTo)));
    const holding = before.filter((ring) => {
      const status = cellIn(update, context.columns, ring.id)?.approvalStatus;
      return (status === 'declined' || status === 'suspended') && !isSentTo(ring);
    });
    return holding.length === 0 ? [] : [{ update, ringIds: holding.map(({ id }) => id) }];
  });
  return [...supersededText(), ...heldText()];

  function supersededText(): readonly string[] {
    const [update] = superseded;
    if (!update) return [];
    const by = lineageOf(update)?.supersededBy;
    if (updates.length === 1 && by)
      return [`${versionText(update)} is superseded: ${versionText(by)} is newer.`];
    return [`${ofThese(superseded.length, 'is', 'are')} superseded by a newer version.`];
  }

  function heldText(): readonly string[] {
    const [first] = held;
    if (!first) return [];
    if (updates.length > 1)
      return [`${ofThese(held.length, 'is', 'are')} declined or paused in an earlier ring.`];
    const states = statesIn(first.ringIds, first.update, context);
    return [
      `${first.ringIds.length === 1 ? 'An earlier ring has' : 'Earlier rings have'} decided otherwise: ${states}.`,
    ];
  }
}

function ofThese(count: number, one: string, many: string): string {
  return countOf(count, `of these driver updates ${one}`, `of these driver updates ${many}`);
}
