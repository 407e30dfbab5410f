import { pageReads } from '../../lib/page-reads.ts';
import { historyQuery, type Owner } from '../../run-panel/history/queries.ts';
import type { Journal } from '../../runs/journal/journal.ts';

const readHistory = ({ journal, account }: { journal: Journal; account: Owner }) => ({
  history: historyQuery(journal, account),
});

export const historyReads = pageReads('/history', readHistory);

/** One run is part of what is read of the history. */
export const runReads = pageReads('/history/$runId', readHistory);
