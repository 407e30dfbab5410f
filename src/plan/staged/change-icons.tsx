import { ArrowRightRegular } from '@fluentui/react-icons/headless/svg/arrow-right';
import { PlayRegular } from '@fluentui/react-icons/headless/svg/play';
import type { DriverIntent } from '../../actions/driver-approval/intent.ts';
import { isDriverIntent } from '../../actions/driver-approval/intent.ts';
import { approvalStatuses } from '../../graph/driver-inventories.ts';
import { isKnown } from '../../lib/members.ts';
import { statusLooks } from '../../resources/driver-profiles/labels.tsx';
import { StatusIcon } from '../../ui/status-label.tsx';
import styles from './change-icons.module.css';
import type { StagedChange } from './staged-change.ts';

const wanted = {
  approve: 'approved',
  decline: 'declined',
  suspend: 'suspended',
} as const satisfies Record<DriverIntent['action'], keyof typeof statusLooks>;

/** From which state to which, as icons: the words for it stand beside them. */
export function ChangeIcons({ change: { intent, item } }: { change: Pick<StagedChange, 'intent' | 'item'> }) {
  if (!isDriverIntent(intent)) {
    return (
      <span className={styles.icons} aria-hidden="true">
        <StatusIcon icon={PlayRegular} tone="brand" />
      </span>
    );
  }
  return (
    <span className={styles.icons} aria-hidden="true">
      {isKnown(approvalStatuses, item.before) && <StatusIcon {...statusLooks[item.before]} />}
      <span className={styles.arrow}>
        <ArrowRightRegular />
      </span>
      <StatusIcon {...statusLooks[wanted[intent.action]]} />
    </span>
  );
}
