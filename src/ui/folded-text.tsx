import { useState } from 'react';
import { beginningOf, type Room } from '../lib/beginning.ts';
import { showHidden } from '../lib/visible-text.ts';
import styles from './folded-text.module.css';
import { ForeignText } from './foreign-text.tsx';

const usualRoom: Room = { characters: 360, lines: 6 };

/**
 * Foreign text of any length, held in a few lines until a person asks for the rest.
 *
 * @param props.of what it is, for people who can't see the text above the button: "the summary"
 * @param props.isVerbatim shows each sign of it, as it will be sent: signs of Markdown are dropped otherwise
 */
export function FoldedText({
  text,
  of,
  room = usualRoom,
  isVerbatim = false,
}: {
  text: string;
  of: string;
  room?: Room;
  isVerbatim?: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const beginning = beginningOf(text, room);
  const Text = isVerbatim ? Verbatim : ForeignText;
  if (beginning === undefined) return <Text text={text} />;
  const verb = isOpen ? 'Show less' : 'Show all';
  return (
    <>
      <Text text={isOpen ? text : `${beginning}…`} />
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-label={`${verb} of ${of}`}
        onClick={() => setOpen(!isOpen)}
      >
        {verb}
      </button>
    </>
  );
}

function Verbatim({ text }: { text: string }) {
  return (
    <pre className={styles.verbatim} dir="auto">
      {showHidden(text)}
    </pre>
  );
}
