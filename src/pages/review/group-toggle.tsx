import { QuickFilter } from '../../ui/list-page/quick-filter.tsx';
import type { ReviewSearch } from './search.ts';

/** Shows the versions of a driver together, or each for itself. */
export function GroupToggle({
  group,
  onChange,
}: {
  group: ReviewSearch['group'];
  onChange: (group: ReviewSearch['group']) => void;
}) {
  return (
    <QuickFilter
      label="Group by family"
      count={undefined}
      isOn={group === undefined}
      onChange={(isOn) => onChange(isOn ? undefined : 'none')}
    />
  );
}
