import { useId, useState } from 'react';
import { readPatterns } from '../resources/devices/important-devices.ts';
import { Button } from '../ui/button.tsx';
import { usePreferences, usualImportantDevices } from '../ui/preferences.ts';
import styles from './settings-page.module.css';

/** Which devices are important, by the person's own name patterns: acting on one takes more than a click. */
export function ImportantDevices() {
  const [preferences, setPreferences] = usePreferences();
  const id = useId();
  const { importantDevices } = preferences;
  const [text, setText] = useState(importantDevices.join('\n'));
  const save = (patterns: readonly string[]) =>
    setPreferences({ ...preferences, importantDevices: [...patterns] });
  return (
    <section className={styles.stack} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className={styles.legend}>
        Important devices
      </h2>
      <label htmlFor={id}>Name patterns, one per line</label>
      <textarea
        id={id}
        className={styles.patterns}
        rows={7}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          save(readPatterns(target.value));
        }}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        A response action on a device with such a name starts only after you type the number of actions. The
        asterisk stands for any text: SRV-* matches SRV-FILE-02.
      </p>
      <div>
        <Button
          size="small"
          onClick={() => {
            setText(usualImportantDevices.join('\n'));
            save(usualImportantDevices);
          }}
        >
          Restore default patterns
        </Button>
      </div>
    </section>
  );
}
