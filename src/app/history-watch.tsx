import { useRouteContext } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFollowedHistory, useHistory } from '../run-panel/history/use-history.ts';
import type { HistoryNeeds } from './desk.ts';

/** Follows the history, and tells the navigation what needs attention in it. */
export function HistoryWatch({ onChange }: { onChange: (needs: HistoryNeeds) => void }): null {
  const context = useRouteContext({ from: '__root__' });
  useFollowedHistory(context);
  const { attention, isFailure } = useHistory(context).around.results;
  useEffect(() => onChange({ attention, isFailure }), [onChange, attention, isFailure]);
  return null;
}
