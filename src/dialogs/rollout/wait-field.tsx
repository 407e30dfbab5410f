import styles from './wait-field.module.css';

/** How many days a ring waits after the one before it: "[3] days after Pilot". */
export function WaitField({
  name,
  before,
  text,
  isWrong,
  onChange,
  onBlur,
}: {
  /** Of the ring. */
  name: string;
  /** The name of the ring before it. */
  before: string;
  /** As typed. */
  text: string;
  isWrong: boolean;
  onChange: (text: string) => void;
  onBlur?: (() => void) | undefined;
}) {
  return (
    <label className={styles.wait}>
      <input
        className={styles.days}
        inputMode="numeric"
        autoComplete="off"
        aria-label={`${name}: days after ${before}`}
        value={text}
        aria-invalid={isWrong}
        onChange={({ target }) => onChange(target.value)}
        // What is typed takes the place of what is there.
        onFocus={({ target }) => target.select()}
        onBlur={onBlur}
      />{' '}
      <span className={styles.after}>
        {text.trim() === '1' ? 'day' : 'days'} after <bdi>{before}</bdi>
      </span>
    </label>
  );
}
