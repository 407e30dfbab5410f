import type { Gaps } from '../../resources/driver-updates/gaps.ts';
import { gapsText, soFarText } from '../../resources/driver-updates/words.ts';
import { countOf, formatCount } from '../../ui/format.ts';

/** How the inbox stands, in driver updates. */
export interface InboxNumbers {
  /** They wait for a decision. */
  readonly waiting: number;
  /** They need review, and wait nowhere but in the plan. */
  readonly staged: number;
  readonly parked: number;
  /** Decided today. */
  readonly reviewed: number;
}

/** "9 driver updates still to decide in 12 profiles", "2 staged, 1 parked" */
export function inboxFacts(
  { waiting, staged, parked }: Omit<InboxNumbers, 'reviewed'>,
  profiles: number,
  gaps: Gaps,
): readonly string[] {
  const aside = [
    staged > 0 && `${formatCount(staged)} staged`,
    parked > 0 && `${formatCount(parked)} parked`,
  ].filter((part) => part !== false);
  return [
    `${soFarText(`${countOf(waiting, 'driver update')} still to decide`, gaps)} in ${countOf(profiles, 'profile')}`,
    ...(aside.length > 0 ? [aside.join(', ')] : []),
  ];
}

/** What an empty inbox says. */
export interface ZeroWords {
  readonly title: string;
  /** What is decided and what isn't, sentence by sentence. */
  readonly text: string;
  /** "12 drivers are staged and not sent."; undefined where none are. */
  readonly staged: string | undefined;
}

/** What an empty inbox says: that all is decided only where it is. @param hasDrivers some profile lists a driver */
export function zeroWords(
  { staged, parked, reviewed }: Omit<InboxNumbers, 'waiting'>,
  gaps: Gaps,
  hasDrivers: boolean,
): ZeroWords {
  const missing = gapsText(gaps);
  if (!hasDrivers) {
    return {
      title: missing ? 'No drivers in the profiles that loaded' : 'No drivers in any profile yet',
      text: missing ?? '',
      staged: undefined,
    };
  }
  const isAllDecided = staged + parked === 0 && !missing;
  const sentences = [
    isAllDecided && 'Every driver in every profile is decided.',
    missing,
    reviewed > 0 && `You reviewed ${countOf(reviewed, 'driver')} today.`,
    parked > 0 && `${countOf(parked, 'driver is', 'drivers are')} parked and will come back.`,
  ];
  return {
    title: isAllDecided ? 'Nothing needs review' : 'Nothing left to decide here',
    text: sentences.filter(Boolean).join(' '),
    staged: staged > 0 ? `${countOf(staged, 'driver is', 'drivers are')} staged and not sent.` : undefined,
  };
}

/** "needs review in 5 of 6 profiles, 5 staged" @param needing in how many of the listing profiles it needs review */
export function ringsText(needing: number, listing: number, staged: number): string {
  const review =
    needing === 0
      ? 'needs review in none of them'
      : `needs review in ${formatCount(needing)} of ${countOf(listing, 'profile')}`;
  return staged === 0 ? review : `${review}, ${formatCount(staged)} staged`;
}
