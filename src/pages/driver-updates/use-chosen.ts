import { useCallback, useMemo, useState } from 'react';
import type { DriverRequest } from '../../actions/driver-approval/rules.ts';
import { whyNot } from '../../actions/driver-approval/rules.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import { whyNone } from '../../lib/sort-out.ts';
import { cellIn, type DriverUpdate, driversIn } from '../../resources/driver-updates/driver-update.ts';
import {
  leftAfter,
  pickCells,
  pickedFacts,
  pickedText,
  skippedText,
} from '../../resources/driver-updates/picked-cells.ts';
import type { Rings } from '../../resources/driver-updates/use-driver-updates.ts';
import { stillLoading } from '../../resources/driver-updates/words.ts';
import { type CellSet, noCells, readCells, writeCells } from '../../ui/data-grid/cells/cell-set.ts';
import type { CellSelecting } from '../../ui/data-grid/cells/use-cell-range.ts';
import { matchingRows } from '../../ui/data-grid/row-model.ts';
import type { List } from '../../ui/list-page/use-list.ts';
import type { Selection } from '../../ui/list-page/use-selection.ts';
import { useKeptState } from '../../ui/use-kept-state.ts';

/** What the commands of the page are about: the selected cells that are in sight, and all cells of the selected rows. */
export interface Chosen {
  readonly isEmpty: boolean;
  readonly updates: readonly DriverUpdate[];
  /** Whether a driver update is chosen in a profile. */
  readonly isIn: (updateId: string, profileId: string) => boolean;
  /** The cells, in words; empty where none is selected. */
  readonly text: string;
  /** Why some cells are part of no decision. */
  readonly skipped: string | undefined;
  /** The profiles that a decision begins with: those whose cells were selected. A selected row chooses none. */
  readonly profileIds: (request: DriverRequest) => readonly string[];
  /** Why a request can't work for anything that is chosen. */
  readonly whyNone: (request: DriverRequest) => string | undefined;
  readonly cells: CellSelecting;
  readonly clear: () => void;
  /** Unselects what a decision was about. */
  readonly clearDecided: () => void;
}

const none: readonly string[] = [];

/**
 * The selection of the matrix. It survives a trip to the sign-in page.
 *
 * @param missingIds the profiles that haven't been loaded
 */
export function useChosen(
  list: List<DriverUpdate>,
  rings: Rings,
  selection: Selection<DriverUpdate>,
  missingIds: ReadonlySet<string>,
): Chosen {
  const [selected, setSelected] = useKeptState('cells.driver-updates', noCells, writeCells, readCells);
  const { view, rows, isComplete } = list;
  const [placedIds, setPlacedIds] = useState(none);
  const profiles = useMemo(() => {
    const ids = rings.all.map(({ id }) => id);
    const placed = new Set(placedIds);
    return { ids, shownIds: ids.filter((id) => placed.has(id)), columnIds: new Set(ids) };
  }, [rings.all, placedIds]);
  const { columns, nameOf } = rings;
  const describe = useCallback(
    (cells: CellSet) => {
      const { ids: profileIds, shownIds } = profiles;
      const picked = pickCells(cells, { matching: matchingRows(view), all: rows, shownIds, profileIds });
      const facts = pickedFacts(picked.shown, { columns, missingIds });
      return { ...picked, facts, text: pickedText(facts, { hidden: picked.hidden, nameOf }) };
    },
    [view, rows, profiles, columns, nameOf, missingIds],
  );
  const picked = useMemo(() => describe(selected), [describe, selected]);
  const { shown: ticked, ids, rows: tickedRows, isAllHere } = selection;
  const chosen = useMemo(() => {
    const inCells = new Map(picked.shown.map(({ update, profileIds }) => [update.id, new Set(profileIds)]));
    const isTicked = new Set(ticked.map(({ id }) => id));
    const others = picked.shown.flatMap(({ update }) => (isTicked.has(update.id) ? [] : [update]));
    const drivers: Driver[] = ticked.flatMap(rings.decidable);
    for (const { update, profileIds } of picked.shown) {
      if (isTicked.has(update.id)) continue;
      const wholeIds = profileIds.filter((id) => !rings.loadingIds.has(id));
      drivers.push(...driversIn(update, { columns: rings.columns, profileIds: wholeIds }));
    }
    return {
      updates: others.length === 0 ? ticked : [...ticked, ...others],
      drivers,
      isIn: (updateId: string, profileId: string) =>
        isTicked.has(updateId) || (inCells.get(updateId)?.has(profileId) ?? false),
    };
  }, [picked, ticked, rings]);

  const clear = () => {
    setSelected(noCells);
    selection.clear();
  };
  // Of a selected row, also the hidden cells were decided.
  const decided = () => [...picked.shown, ...ticked.map((update) => ({ update, profileIds: profiles.ids }))];
  return {
    isEmpty: ids.size === 0 && selected.size === 0,
    ...chosen,
    text: picked.text,
    skipped: skippedText(picked.facts),
    profileIds: (request) =>
      ids.size > 0
        ? []
        : profiles.shownIds.filter(
            (profileId) =>
              !rings.loadingIds.has(profileId) &&
              picked.shown.some(({ update, profileIds }) => {
                const driver = profileIds.includes(profileId) && cellIn(update, rings.columns, profileId);
                return driver && whyNot(request, driver) === undefined;
              }),
          ),
    whyNone(request) {
      if (chosen.updates.length === 0) {
        if (tickedRows.length > 0) return 'All selected driver updates are hidden by filters';
        if (picked.hidden > 0) return 'All selected cells are hidden';
      }
      if (!isAllHere || (!isComplete && !areAllListed(selected, rows)))
        return 'Some selected driver updates haven’t loaded yet';
      if (chosen.updates.length > 0 && chosen.drivers.length === 0 && rings.loadingIds.size > 0)
        return stillLoading;
      const { cells, notLoaded } = picked.facts;
      if (cells > 0 && chosen.drivers.length === 0)
        return notLoaded > 0
          ? 'Not loaded in the selected cells'
          : 'No driver is listed in the selected cells';
      return whyNone(chosen.drivers, (driver) => whyNot(request, driver), 'driver updates');
    },
    cells: {
      columnIds: profiles.columnIds,
      selected,
      onPlaced: setPlacedIds,
      onChange(next, replaces) {
        setSelected(next);
        if (replaces && ids.size > 0) selection.clear();
      },
      describe: (next) => describe(next).text,
    },
    clear,
    clearDecided() {
      setSelected((now) => leftAfter(now, decided(), rings.loadingIds));
      selection.clear();
    },
  };
}

/** After a trip to the sign-in page, the first rows are not all of the selection. */
function areAllListed(cells: CellSet, rows: readonly DriverUpdate[]): boolean {
  if (cells.size === 0) return true;
  let found = 0;
  for (const { id } of rows) if (cells.has(id)) found += 1;
  return found === cells.size;
}
