import { useEffect } from 'react';
import { useAccount } from '../../auth/session.ts';
import { asMarkdown } from '../../resources/hand-over/as-text.ts';
import { gapsNote } from '../../resources/hand-over/words.ts';
import type { Sources } from '../../run-panel/sources.ts';
import { readSince } from './since.ts';
import { useHandOver } from './use-hand-over.ts';

/** A hand-over as text, and what its copy lacks. */
export interface Written {
  readonly markdown: string;
  /** "Copied as Markdown, with 2 gaps" */
  readonly told: string;
}

/**
 * Reads and writes the hand-over of the usual shift, as its page does with nothing chosen. It shows nothing.
 *
 * @param props.onFailed nothing could be read
 */
export function WrittenHandOver({
  sources,
  onWritten,
  onFailed,
}: {
  sources: Sources;
  onWritten: (written: Written) => void;
  onFailed: () => void;
}) {
  const { displayName, username } = useAccount();
  const { query, given, isLoading, isNaming } = useHandOver(
    sources,
    (now) => readSince(undefined, now, undefined).instant,
  );
  const isRead = query.data !== undefined && !isLoading && !isNaming;
  const hasFailed = query.data === undefined && query.error !== null;
  useEffect(() => {
    if (hasFailed) onFailed();
    if (!isRead) return;
    const missing = given.missing.map((text) => ` Not complete: ${text}`).join('');
    const gaps = gapsNote(given);
    onWritten({
      markdown: asMarkdown(given, `${displayName} (${username})`),
      told: missing === '' ? `Copied as Markdown${gaps}` : `Copied as Markdown${gaps}.${missing}`,
    });
  }, [isRead, hasFailed, given, displayName, username, onWritten, onFailed]);
  return null;
}
