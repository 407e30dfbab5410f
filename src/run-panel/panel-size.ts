import { useSyncExternalStore } from 'react';
import { headHeight } from '../ui/data-grid/use-opened-row.ts';

/** The fixed parts of the panel in CSS px: its head, the counts, one line of a problem. */
const head = 52;
const counts = 52;
const problem = 30;

/** So many rows are in sight however small the panel is made. */
const leastRows = 5;

/** Of a page with a list, in CSS px: all that stands above its rows, and the line that offers to renew their order. */
const aroundList = 184;

/** So many rows of the list stay in sight until a person changes that. */
const listRows = 6;

/** So much of the page stays in sight beside the panel, in CSS px: its title and its commands. */
const ofThePage = 112;

/** The largest share of the room below the header that the panel takes until a person changes it. */
const usualShare = 0.6;

/** Below the rows, in CSS px: a bar by which columns are scrolled, and the line that offers to renew the order. */
const belowRows = 16;
const renewLine = 33;

/** How high the results of a run are in the panel, in CSS px. */
export interface ResultsHeight {
  /** With the first rows. */
  readonly least: number;
  /** With all of them. */
  readonly whole: number;
}

/** @param line the height of a row @param isChanged the order of the rows can be renewed */
export function resultsHeight(rows: number, line: number, isChanged = false): ResultsHeight {
  const around = headHeight + belowRows + (isChanged ? renewLine : 0);
  return { least: around + Math.min(rows, leastRows) * line, whole: around + rows * line };
}

/** How high the panel may become, in CSS px. It is never higher than what it shows. */
export interface PanelHeight {
  readonly least: number;
  readonly most: number;
  readonly limit: number;
}

/**
 * @param chosen the limit that a person has set; null: three problems and the first rows at least, else what leaves enough of
 *   the list in sight
 * @param room for the page and the panel
 * @param line the height of a row
 * @param rows how many there are
 */
export function panelHeight(chosen: number | null, room: number, line: number, rows: number): PanelHeight {
  const least = head + counts + problem + resultsHeight(rows, line).least;
  const most = Math.max(least, room - ofThePage);
  const usual = Math.min(Math.round(usualShare * room), room - aroundList - listRows * line);
  const limit = chosen ?? Math.max(least + 2 * problem, usual);
  return { least, most, limit: Math.min(most, Math.max(least, limit)) };
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
