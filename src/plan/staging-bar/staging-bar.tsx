import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/headless/svg/clipboard-task-list-ltr';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { showName } from '../../lib/visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { focusHeading } from '../../ui/focus-heading.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { usePlan } from '../staged/use-plan.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import styles from './staging-bar.module.css';

/** More names than these take the room of the buttons. */
const mostNames = 4;

/**
 * Below a list: how many changes are staged and where, and the way to the plan. Nothing while none is, but for the way back
 * after a person has discarded them.
 */
export function StagingBar() {
  const [{ changes, canUndo, isKept, discarded }, store] = usePlan();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [hasJustDiscarded, setJustDiscarded] = useState(false);
  const undoButton = useRef<HTMLButtonElement>(null);
  const isDiscarded = changes.size === 0 && discarded > 0 && canUndo;
  const text = isDiscarded
    ? `${countOf(discarded, 'staged change')} discarded`
    : `${countOf(changes.size, 'change')} staged`;
  const isShown = changes.size > 0 || isDiscarded;
  const names = new Map([...changes.values()].map(({ target }) => [target.id, target.name]));
  const shown = [...names].slice(0, mostNames);

  // The button that asked is gone once the dialog is closed.
  useEffect(() => {
    if (!hasJustDiscarded) return;
    undoButton.current?.focus();
    setJustDiscarded(false);
  }, [hasJustDiscarded]);

  return (
    <>
      <span role="status" className={styles.told}>
        {isShown && text}
      </span>
      {isShown && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form
        <div role="group" className={styles.bar} aria-label="Staged changes">
          <strong className={styles.count}>{text}</strong>
          <span className={styles.names}>
            {shown.map(([id, name]) => (
              <bdi key={id} className={styles.name}>
                {showName(name)}
              </bdi>
            ))}
            {names.size > shown.length && <span>and {formatCount(names.size - shown.length)} more</span>}
          </span>
          {!isKept && !isDiscarded && (
            <span className={styles.note}>Lost when you reload: this browser can’t keep them</span>
          )}
          <span className={styles.end}>
            {canUndo && (
              <Button
                ref={(element) => {
                  undoButton.current = element;
                }}
                appearance="subtle"
                onClick={() => {
                  store.undo();
                  // The button goes with the last of what can be taken back.
                  if (!store.get().canUndo) focusHeading();
                }}
              >
                Undo
              </Button>
            )}
            {!isDiscarded && (
              <>
                <Button onClick={() => setAsking(true)}>Discard…</Button>
                <Button
                  appearance="primary"
                  icon={<ClipboardTaskListLtrRegular />}
                  onClick={() => void navigate({ to: '/plan' })}
                >
                  Review plan
                </Button>
              </>
            )}
          </span>
        </div>
      )}
      {isAsking && (
        <DiscardDialog onClose={() => setAsking(false)} onDiscarded={() => setJustDiscarded(true)} />
      )}
    </>
  );
}
