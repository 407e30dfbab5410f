import { Button } from '../button.tsx';
import { countOf } from '../format.ts';
import styles from './data-grid.module.css';

/** At the foot of a grid, where its coming and going moves no row: how many rows the order asked for would move. */
export function OrderChanged({ changed, onRenew }: { changed: number; onRenew: () => void }) {
  return (
    <div className={changed > 0 ? styles.changes : undefined}>
      <span role="status">{changed > 0 && `Order changed: ${countOf(changed, 'row')}.`}</span>
      {changed > 0 && (
        <Button size="small" onClick={onRenew}>
          Update order
        </Button>
      )}
    </div>
  );
}
