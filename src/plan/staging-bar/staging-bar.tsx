import { Button } from '@fluentui/react-components';
import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { showName } from '../../lib/visible-text.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { usePlan } from '../staged/use-plan.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import styles from './staging-bar.module.css';

/** More names than these take the room of the buttons. */
const mostNames = 4;

/** Below a list: how many changes are staged and where, and the way to the plan. Nothing while none is. */
export function StagingBar() {
  const [{ changes, canUndo, isKept }, store] = usePlan();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const names = new Map([...changes.values()].map(({ target }) => [target.id, target.name]));
  const shown = [...names].slice(0, mostNames);
  return (
    <>
      <span role="status" className={styles.told}>
        {changes.size > 0 && `${countOf(changes.size, 'change')} staged`}
      </span>
      {changes.size > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form
        <div role="group" className={styles.bar} aria-label="Staged changes">
          <strong className={styles.count}>{countOf(changes.size, 'change')} staged</strong>
          <span className={styles.names}>
            {shown.map(([id, name]) => (
              <bdi key={id} className={styles.name}>
                {showName(name)}
              </bdi>
            ))}
            {names.size > shown.length && <span>and {formatCount(names.size - shown.length)} more</span>}
          </span>
          {!isKept && <span className={styles.note}>Lost when you reload: this browser can’t keep them</span>}
          <span className={styles.end}>
            {canUndo && (
              <Button appearance="subtle" onClick={() => store.undo()}>
                Undo
              </Button>
            )}
            <Button onClick={() => setAsking(true)}>Discard…</Button>
            <Button
              appearance="primary"
              icon={<ClipboardTaskListLtrRegular />}
              onClick={() => void navigate({ to: '/plan' })}
            >
              Review plan
            </Button>
          </span>
        </div>
      )}
      {isAsking && <DiscardDialog onClose={() => setAsking(false)} />}
    </>
  );
}
