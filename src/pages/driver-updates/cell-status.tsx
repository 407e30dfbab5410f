import { ClearButton } from '../../ui/clear-button.tsx';
import type { Chosen } from './use-chosen.ts';

/**
 * Which cells the commands are about, beside the filters. The grid announces it.
 *
 * @param props.clears whether nothing else beside it does
 */
export function CellStatus({ chosen, clears }: { chosen: Chosen; clears: boolean }) {
  if (chosen.text === '') return null;
  return (
    <>
      <bdi>{chosen.text}</bdi>
      {clears && <ClearButton onClear={chosen.clear}>Clear selection</ClearButton>}
    </>
  );
}
