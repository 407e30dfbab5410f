import { HistoryRegular } from '@fluentui/react-icons/headless/svg/history';
import { HourglassRegular } from '@fluentui/react-icons/headless/svg/hourglass';

/** The tiles that have their place from the start, and whose numbers come with the panels. */
export const failedTile = { icon: HourglassRegular, title: 'Failed or stuck' } as const;
export const resultsTile = { icon: HistoryRegular, title: 'Results need attention' } as const;
