import styles from './wait-field.module.css';

/** How many days a ring waits after the one before it: "[3] days after Pilot". */
export function WaitField({
  name,
  before,
  text,
  isWrong,
  onChange,
}: {
  /** Of the ring. */
  name: string;
  /** The name of the ring before it. */
  before: string;
  /** As typed. */
  text: string;
  isWrong: boolean;
  onChange: (text: string) => void;
}) {
  return (
    <label className={styles.wait}>
      <span className={styles.unseen}>
        <bdi>{name}</bdi>:
      </span>{' '}
      <input
        className={styles.days}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={isWrong}
        onChange={({ target }) => onChange(target.value)}
      />{' '}
      <span className={styles.after}>
        days after <bdi>{before}</bdi>
      </span>
    </label>
  );
}
