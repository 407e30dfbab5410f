import { ToggleButton } from '@fluentui/react-components';
import { GroupListRegular } from '@fluentui/react-icons/svg/group-list';
import type { TasksSearch } from './search.ts';

/** Shows the tasks of an incident together, or each for itself. */
export function GroupToggle({
  group,
  onChange,
}: {
  group: TasksSearch['group'];
  onChange: (group: TasksSearch['group']) => void;
}) {
  const isGrouped = group === undefined;
  return (
    <ToggleButton
      appearance="subtle"
      size="small"
      icon={<GroupListRegular />}
      checked={isGrouped}
      title="Group by incident"
      aria-label="Group by incident"
      onClick={() => onChange(isGrouped ? 'none' : undefined)}
    />
  );
}
