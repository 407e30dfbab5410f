import { ChevronDownRegular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { lazy, Suspense } from 'react';
import { showHidden } from '../../lib/visible-text.ts';
import { Button } from '../button.tsx';
import { PartBoundary } from '../part-boundary.tsx';
import { Popover } from '../popover.tsx';
import styles from './filter-menu.module.css';
import type { FilterMenuProps } from './filters.ts';

// Its rows are of any type, which a lazy component forgets.
const FilterChoices = lazy(async () => ({
  default: (await import('./filter-values.tsx')).FilterChoices,
})) as typeof import('./filter-values.tsx').FilterChoices;

/** A filter by some of several values: a button that says what is chosen, and a list of checkboxes. */
export function FilterMenu<Row>(props: FilterMenuProps<Row>) {
  const { chosen } = props;
  const { label, labelOf = (value) => value } = props.filter;
  const names = chosen.map((value) => labelOf(value));
  return (
    <Popover
      trigger={(trigger) => (
        <Button
          {...trigger}
          className={chosen.length > 0 ? `${styles.pill} ${styles.on}` : styles.pill}
          appearance="outline"
          shape="circular"
          size="small"
          iconPosition="after"
          icon={<ChevronDownRegular />}
        >
          {label}
          {names.length > 0 && `: ${names.length > 2 ? names.length : showHidden(names.join(', '))}`}
        </Button>
      )}
    >
      {() => (
        <PartBoundary name="The filter">
          <Suspense fallback={null}>
            <FilterChoices {...props} />
          </Suspense>
        </PartBoundary>
      )}
    </Popover>
  );
}
