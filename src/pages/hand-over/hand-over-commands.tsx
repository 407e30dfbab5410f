import { CommentRegular } from '@fluentui/react-icons/headless/svg/comment';
import { CopyRegular } from '@fluentui/react-icons/headless/svg/copy';
import { DocumentTextRegular } from '@fluentui/react-icons/headless/svg/document-text';
import { LinkRegular } from '@fluentui/react-icons/headless/svg/link';
import { PrintRegular } from '@fluentui/react-icons/headless/svg/print';
import { useAccount } from '../../auth/session.ts';
import { longestLink } from '../../plan/share/plan-link.ts';
import { asMarkdown, asPlainText } from '../../resources/hand-over/as-text.ts';
import type { HandOver } from '../../resources/hand-over/hand-over.ts';
import { mostSent, tasksSent, toSend } from '../../resources/hand-over/received.ts';
import { gapsNote } from '../../resources/hand-over/words.ts';
import { CommandBar } from '../../ui/command-bar.tsx';
import { handOverLink } from './link.ts';

/** Ways to hand over. @param props.disabled why none can be used now */
export function HandOverCommands({
  given,
  by,
  disabled,
  onPost,
  onTold,
}: {
  given: HandOver;
  by: string;
  disabled: string | undefined;
  /** Asks for the review of one comment for each incident. */
  onPost: () => void;
  /** Gets what is to be said of a copy, and whether next steps stay behind: the commands themselves keep their place. */
  onTold: (text: string, leavesNotes?: boolean) => void;
}) {
  const { tenantId } = useAccount();
  const copy = (told: string, text: string, leavesNotes = false) =>
    navigator.clipboard.writeText(text).then(
      () => onTold(told, leavesNotes),
      () => onTold('Couldn’t copy. Print the hand-over instead.'),
    );

  async function copyLink(): Promise<void> {
    const sent = toSend(given);
    const link = tasksSent(sent) > mostSent ? '' : await handOverLink(location.origin, sent, tenantId);
    if (link === '' || link.length > longestLink) {
      onTold('Too many tasks for a link. Copy the hand-over as Markdown instead.');
    } else {
      await copy('Link copied, without names and notes', link, hasNotes(given));
    }
  }

  return (
    <CommandBar
      label="Commands"
      commands={[
        {
          label: 'Copy as Markdown',
          icon: CopyRegular,
          isPrimary: true,
          key: 'M',
          disabled,
          onRun: () => void copy(`Copied as Markdown${gapsNote(given)}`, asMarkdown(given, by)),
        },
        {
          label: 'Post as comments…',
          icon: CommentRegular,
          key: 'C',
          disabled,
          onRun: onPost,
        },
        { label: 'Copy link', icon: LinkRegular, disabled, onRun: () => void copyLink() },
        {
          label: 'Copy as text',
          icon: DocumentTextRegular,
          isRare: true,
          disabled,
          onRun: () => void copy(`Copied as text${gapsNote(given)}`, asPlainText(given, by)),
        },
        { label: 'Print', icon: PrintRegular, isRare: true, disabled, onRun: () => print() },
      ]}
    />
  );
}

/** A person wrote next steps, which a link doesn't take along. */
function hasNotes({ incidents }: HandOver): boolean {
  return incidents.some(({ note }) => note !== '');
}
