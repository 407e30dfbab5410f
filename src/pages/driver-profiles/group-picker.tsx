import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Graph } from '../../graph/client.ts';
import { mostFound } from '../../graph/groups.ts';
import type { GroupAssignment } from '../../graph/profile-assignments.ts';
import { showName } from '../../lib/visible-text.ts';
import { readGroupId } from '../../resources/driver-profiles/assignments.ts';
import { fewestLetters, groupSearchQuery } from '../../resources/groups/queries.ts';
import { Button } from '../../ui/button.tsx';
import { InputField } from '../../ui/field.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import styles from './assignments.module.css';

/** After so many ms without a letter the search begins. */
const pause = 300;

/** Finds groups by name, or takes the id of one, which needs no permission. */
export function GroupPicker({
  graph,
  words,
  onWordsChange,
  wanted,
  onAdd,
}: {
  graph: Graph;
  words: string;
  onWordsChange: (words: string) => void;
  /** Groups that are chosen already. */
  wanted: readonly GroupAssignment[];
  onAdd: (group: GroupAssignment) => void;
}) {
  const groupId = readGroupId(words);
  const settled = useSettled(words.trim());
  const isSearch = groupId === undefined && settled.length >= fewestLetters;
  const found = useQuery({ ...groupSearchQuery(graph, settled), enabled: isSearch });
  const rows = found.data?.rows ?? [];
  return (
    <div className={styles.picker}>
      <InputField
        label="Add a group"
        hint="Search by name, or paste the object ID of a group."
        type="search"
        autoComplete="off"
        value={words}
        onChange={({ target }) => onWordsChange(target.value)}
      />
      {groupId !== undefined && (
        <ul className={styles.list} aria-label="Groups found">
          <Choice groupId={groupId} name={groupId} detail="By its ID" wanted={wanted} onAdd={onAdd} />
        </ul>
      )}
      {isSearch && (
        <QueryState query={found} setAside={found.data?.setAside} loading={<p>Searching…</p>}>
          {found.data && (
            <>
              <p role="status" className={styles.hint}>
                {foundText(rows.length)}
              </p>
              {rows.length > 0 && (
                <ul className={styles.list} aria-label="Groups found">
                  {rows.map(({ id, displayName, description }) => (
                    <Choice
                      key={id}
                      groupId={id.toLowerCase()}
                      name={showName(displayName || id)}
                      detail={showName(description || id)}
                      wanted={wanted}
                      onAdd={onAdd}
                    />
                  ))}
                </ul>
              )}
            </>
          )}
        </QueryState>
      )}
    </div>
  );
}

function Choice({
  groupId,
  name,
  detail,
  wanted,
  onAdd,
}: {
  groupId: string;
  name: string;
  /** What tells it from others of that name. */
  detail: string;
  wanted: readonly GroupAssignment[];
  onAdd: (group: GroupAssignment) => void;
}) {
  const chosen = wanted.find((group) => group.groupId === groupId)?.mode;
  return (
    <li className={styles.group}>
      <span className={styles.name}>
        <bdi>{name}</bdi>
        <span className={styles.detail}>
          <bdi>{detail}</bdi>
        </span>
      </span>
      <span className={styles.end}>
        {(['include', 'exclude'] as const).map((mode) => (
          <Button
            key={mode}
            type="button"
            size="small"
            disabledFocusable={chosen === mode}
            aria-label={`${mode === 'include' ? 'Include' : 'Exclude'} ${name}, ${detail}`}
            onClick={() => onAdd({ mode, groupId })}
          >
            {mode === 'include' ? 'Include' : 'Exclude'}
          </Button>
        ))}
      </span>
    </li>
  );
}

function foundText(count: number): string {
  if (count === 0) return 'No group has a word that begins so';
  if (count >= mostFound) return `The first ${mostFound} groups; type more to narrow them down`;
  return count === 1 ? '1 group' : `${count} groups`;
}

/** A text once it has not changed for a moment: nobody searches for half a word. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
