import { useSyncExternalStore } from 'react';

/** The fixed parts of the panel in CSS px: its head, the counts, one line of a problem. */
const head = 52;
const counts = 52;
const problem = 30;

/** Below the rows: the bar by which columns are scrolled, and the line that offers to renew the order. */
export const belowRows = 48;

/** The rows in sight however small the panel is made, and their header. */
export const leastLines = 6;

/** So much of the page stays in sight beside the panel, in CSS px: its title and its commands. */
const ofThePage = 112;

/** The share of the room below the header that the panel takes until a person changes it. */
const usualShare = 0.685;

/** How high the panel may be, and is, in CSS px. */
export interface PanelHeight {
  readonly least: number;
  readonly most: number;
  readonly now: number;
}

/**
 * @param chosen by a person; null: three problems and all rows, but no more than the usual share
 * @param room for the page and the panel
 * @param line the height of a row
 * @param rows how many there are
 */
export function panelHeight(chosen: number | null, room: number, line: number, rows: number): PanelHeight {
  const least = head + counts + problem + leastLines * line + belowRows;
  const most = Math.max(least, room - ofThePage);
  const ofThree = least + 2 * problem;
  const whole = ofThree + Math.max(0, rows + 1 - leastLines) * line;
  const wanted = chosen ?? Math.max(ofThree, Math.min(whole, Math.round(usualShare * room)));
  return { least, most, now: Math.min(most, Math.max(least, wanted)) };
}

const headerHeight = 48;

function subscribeToSize(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}

/** The height of the room below the header of the app, in CSS px. */
export function useRoom(): number {
  return useSyncExternalStore(subscribeToSize, () => innerHeight - headerHeight);
}

const small = matchMedia('(max-width: 640px), (max-height: 599px)');

function subscribeToSmall(listener: () => void): () => void {
  small.addEventListener('change', listener);
  return () => small.removeEventListener('change', listener);
}

/** True where five rows leave no room for a page beside them: a phone, or a screen magnified to 200 %. */
export function useIsSmall(): boolean {
  return useSyncExternalStore(subscribeToSmall, () => small.matches);
}
