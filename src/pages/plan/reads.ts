import { pageReads } from '../../lib/page-reads.ts';

/** What is staged says what is read: the page begins with that. */
export const planReads = pageReads('/plan', () => ({}));
