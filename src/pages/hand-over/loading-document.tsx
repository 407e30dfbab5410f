import styles from './loading-document.module.css';

const lines = ['title', 'facts', 'note', 'one', 'two', 'three'] as const;

/** The place of a hand-over that is still loading. */
export function LoadingDocument() {
  return (
    <div className={styles.document} aria-hidden="true">
      {lines.map((line) => (
        <span key={line} className={line === 'title' ? styles.title : styles.line} />
      ))}
    </div>
  );
}
