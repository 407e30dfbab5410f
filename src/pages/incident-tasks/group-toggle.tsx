import { GroupListRegular } from '@fluentui/react-icons/headless/svg/group-list';
import { Button } from '../../ui/button.tsx';
import styles from './group-toggle.module.css';
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
    <Button
      appearance="subtle"
      size="small"
      icon={<GroupListRegular />}
      aria-pressed={isGrouped}
      className={isGrouped ? styles.on : undefined}
      title="Group by incident"
      aria-label="Group by incident"
      onClick={() => onChange(isGrouped ? 'none' : undefined)}
    />
  );
}
