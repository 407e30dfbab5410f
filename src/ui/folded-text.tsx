import { useState } from 'react';
import { beginningOf, type Room } from '../lib/beginning.ts';
import styles from './folded-text.module.css';
import { ForeignText } from './foreign-text.tsx';

const usualRoom: Room = { characters: 360, lines: 6 };

/**
 * Foreign text of any length, held in a few lines until a person asks for the rest.
 *
 * @param props.of what it is, for people who can't see the text above the button: "the summary"
 */
export function FoldedText({ text, of, room = usualRoom }: { text: string; of: string; room?: Room }) {
  const [isOpen, setOpen] = useState(false);
  const beginning = beginningOf(text, room);
  if (beginning === undefined) return <ForeignText text={text} />;
  const verb = isOpen ? 'Show less' : 'Show all';
  return (
    <>
      <ForeignText text={isOpen ? text : `${beginning}…`} />
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
