import { plainBlocks, type TextBlock } from '../lib/plain-markdown.ts';
import { showHidden } from '../lib/visible-text.ts';
import styles from './foreign-text.module.css';

/** What Defender Experts and analysts wrote: foreign text in Markdown, shown as paragraphs and lists of plain text. */
export function ForeignText({ text }: { text: string }) {
  const blocks = plainBlocks(showHidden(text));
  if (blocks.length === 0) return null;
  return (
    <div className={styles.description}>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block of a text has no id, and blocks never move
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: TextBlock }) {
  if (block.kind === 'paragraph') return <p dir="auto">{block.text}</p>;
  const items = block.items.map(({ number, text }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an item of a text has no id, and items never move
    <li key={at} value={number} dir="auto">
      {text}
    </li>
  ));
  const isNumbered = block.items.some(({ number }) => number !== undefined);
  return isNumbered ? <ol className={styles.list}>{items}</ol> : <ul className={styles.list}>{items}</ul>;
}
