import { Button } from './button.tsx';
import styles from './refresh-button.module.css';

/** Reads again what a page shows: beside the age of its data, and as quiet as that. */
export function RefreshButton({ isBusy, onRefresh }: { isBusy: boolean; onRefresh: () => void }) {
  return (
    <Button
      appearance="transparent"
      size="small"
      className={styles.refresh ?? ''}
      disabledFocusable={isBusy}
      onClick={onRefresh}
    >
      Refresh
    </Button>
  );
}
