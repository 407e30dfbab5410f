import type { ReactNode } from 'react';
import type { Review } from '../actions/review.ts';
import { useAccount } from '../auth/session.ts';
import type { Problem } from '../lib/problem.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DialogDisclosure, DialogWarning, NumberStrip } from '../ui/dialog-parts.tsx';

/** The button that sends, and why it can't yet. */
interface Confirmation {
  readonly label: string;
  readonly disabled?: string | undefined;
  /** How many items are sent: typed where the decision is grave. */
  readonly count: number;
  /** The ids of what is sent: a number that was typed for others counts for nothing. */
  readonly ids: readonly string[];
  readonly onConfirm: () => void;
  /** Has the focus at first: for a small decision that one key has asked for. */
  readonly isDefault?: boolean | undefined;
  /** Keeps the decision for the plan instead; absent where it can only be sent. */
  readonly onStage?: (() => void) | undefined;
}

/**
 * The review of a decision, for all actions alike: the decision as a question, its numbers, its consequences and
 * warnings, then lists and fields, the number to type where the decision is grave, and who is signed in.
 *
 * @param props.review undefined while nothing can be sent: then the dialog only says why
 * @param props.checkedAs what is checked again before the sending: "Each driver"
 */
export function ReviewDialog({
  title,
  context,
  advice,
  review,
  roleWarning,
  confirm,
  checkedAs,
  isStarting,
  problem,
  onClose,
  children,
}: {
  title: string;
  /** Where the decision applies: the profile. */
  context?: ReactNode;
  /** Before all else: what others ask of the person who decides. */
  advice?: ReactNode;
  review: Review | undefined;
  /** What speaks against the person's roles. */
  roleWarning: string | undefined;
  confirm: Confirmation | undefined;
  checkedAs: ReactNode;
  isStarting: boolean;
  problem: Problem | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const { username } = useAccount();
  const warnings = [...(review?.warnings ?? []), ...(roleWarning === undefined ? [] : [roleWarning])];
  const mustType = review !== undefined && review.whyType.length > 0;
  return (
    <ConfirmDialog
      title={title}
      context={context}
      isStarting={isStarting}
      problem={problem}
      onClose={onClose}
      confirm={
        confirm && {
          label: confirm.label,
          disabled: confirm.disabled,
          number: mustType && confirm.count > 0 ? confirm.count : undefined,
          why: mustType ? `${review.whyType.join('. ')}.` : undefined,
          subject: confirm.ids.join(' '),
          onConfirm: confirm.onConfirm,
          isDefault: confirm.isDefault,
          other: confirm.onStage && {
            label: 'Stage',
            hint: 'Puts these changes into Plan. Sends nothing.',
            onClick: confirm.onStage,
          },
        }
      }
      foot={
        confirm && (
          <>
            Signed in as <bdi>{username}</bdi>. {checkedAs}
          </>
        )
      }
    >
      {advice}
      {review && (
        <>
          {review.numbers.length > 0 && <NumberStrip numbers={review.numbers} />}
          {review.summary && <p>{review.summary}</p>}
          <Consequences texts={review.consequences} />
          {warnings.length > 0 && (
            <DialogWarning>
              {warnings.map((text) => (
                <div key={text}>{text}</div>
              ))}
            </DialogWarning>
          )}
        </>
      )}
      {children}
    </ConfirmDialog>
  );
}

/** More consequences than this, of actions of many kinds, open under one line: nobody reads a wall of text. */
const mostInFull = 2;

function Consequences({ texts }: { texts: readonly string[] }) {
  if (texts.length <= mostInFull) return texts.map((text) => <p key={text}>{text}</p>);
  return (
    <DialogDisclosure
      summary={`What these actions do (${texts.length})`}
      label="What these actions do"
      isOpen={false}
    >
      {() => texts.map((text) => <li key={text}>{text}</li>)}
    </DialogDisclosure>
  );
}
