import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { toProblem } from '../../lib/problem.ts';
import { showHidden } from '../../lib/visible-text.ts';
import type { SharedPlan } from '../../plan/share/shared-plan.ts';
import { changeKey } from '../../plan/staged/staged-change.ts';
import { usePlan } from '../../plan/staged/use-plan.ts';
import { noRoom } from '../../plan/staged/use-staging.ts';
import type { Runner } from '../../runs/runner.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DialogWarning } from '../../ui/dialog-parts.tsx';
import { countOf, formatMoment } from '../../ui/format.ts';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { commentsNote } from './comment-of.ts';
import { linesOf } from './plan-lines.ts';
import { planPreviewQuery } from './queries.ts';
import { SharedChanges } from './shared-changes.tsx';
import type { OpenedPlan } from './use-opened-plan.ts';

/** Asks before an opened plan joins the person's own, or says why it can't. */
export function SharedPlanDialog({
  opened,
  runner,
  onClose,
}: {
  opened: OpenedPlan;
  runner: Runner;
  onClose: () => void;
}) {
  if (!opened.problem) return <AskToAdd plan={opened.plan} runner={runner} onClose={onClose} />;
  const { title, advice } = opened.problem;
  return (
    <ConfirmDialog title={title} confirm={undefined} isStarting={false} problem={undefined} onClose={onClose}>
      <p>{advice}</p>
    </ConfirmDialog>
  );
}

function AskToAdd({
  plan: { madeBy, madeAt, changes: shared },
  runner,
  onClose,
}: {
  plan: SharedPlan;
  runner: Runner;
  onClose: () => void;
}) {
  const [{ changes }, store] = usePlan();
  const [isFull, setFull] = useState(false);
  const byKey = useMemo(() => new Map(shared.map((change) => [changeKey(change), change])), [shared]);
  const preview = useQuery(planPreviewQuery(runner, byKey));
  const lines = useMemo(() => linesOf(byKey, preview.data), [byKey, preview.data]);
  const replaced = [...byKey.keys()].filter((key) => changes.has(key)).length;
  const number = countOf(byKey.size, 'change');
  const comments = commentsNote(byKey.values());
  return (
    <ConfirmDialog
      title={`Add ${number} to your plan?`}
      context={
        <>
          Made by <bdi>{showHidden(madeBy)}</bdi>, {formatMoment(madeAt)}, for this tenant
        </>
      }
      isStarting={false}
      problem={isFull ? noRoom : undefined}
      onClose={onClose}
      confirm={{
        label: 'Add to plan',
        disabled: preview.isPending ? 'The current state is being checked' : undefined,
        onConfirm() {
          const stagedAt = Date.now();
          if (store.stage(shared.map((change) => ({ ...change, stagedAt })))) onClose();
          else setFull(true);
        },
      }}
      foot="Nothing is sent now. You start the run from your plan, under your account."
    >
      <p>
        Who made a plan isn’t proven: the name is what that browser wrote. A second pair of eyes is an
        agreement among people, not something that Actiondesk enforces.
      </p>
      {comments !== undefined && <DialogWarning>{comments}</DialogWarning>}
      {replaced > 0 && (
        <p>{countOf(replaced, 'change')} of it would replace what you staged for the same items.</p>
      )}
      {preview.isPending && <p>Checking the current state…</p>}
      {preview.error && (
        <ProblemBanner problem={toProblem(preview.error)} context="The current state isn’t loaded" />
      )}
      {!preview.isPending && <SharedChanges lines={lines} own={changes} />}
    </ConfirmDialog>
  );
}
