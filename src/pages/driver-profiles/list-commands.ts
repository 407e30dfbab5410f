import { AddRegular } from '@fluentui/react-icons/headless/svg/add';
import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { EditRegular } from '@fluentui/react-icons/headless/svg/edit';

/** The commands of the list of profiles, beside those for one profile. */
export const listCommands = {
  create: { label: 'New profile…', icon: AddRegular },
  sync: { label: 'Sync inventory', icon: ArrowSyncRegular },
  syncAll: { label: 'Sync all', icon: ArrowSyncRegular },
  syncShown: { label: 'Sync all shown', icon: ArrowSyncRegular },
} as const;

/** One of those for one profile. */
export const editCommand = { label: 'Edit profile…', icon: EditRegular } as const;
