import styles from './key-caps.module.css';

/** Keys as they are printed on a keyboard: each of `G D` and `Ctrl+K` in a cap. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {capsOf(keys).map((cap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key may be pressed twice
        <kbd key={index} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}

function capsOf(keys: string): readonly string[] {
  return keys.split(' ').flatMap((key) => (key.length > 1 ? key.split('+') : [key]));
}
