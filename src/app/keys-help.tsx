import { Link } from '@tanstack/react-router';
import { useContext, useEffect, useRef } from 'react';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { KeyCaps } from '../ui/keys/key-caps.tsx';
import { type KeyGroup, Keys } from '../ui/keys/keys.ts';
import { usePreferences } from '../ui/preferences.ts';
import styles from './keys-help.module.css';

/** Keys that work whatever the settings say. */
const always: KeyGroup = {
  label: 'Always',
  bindings: [
    { keys: 'Ctrl+K', label: 'Search and commands', onPress: () => undefined },
    { keys: 'Ctrl+Enter', label: 'Confirm a dialog from a field of several lines', onPress: () => undefined },
    { keys: 'Esc', label: 'Close what is open', onPress: () => undefined },
  ],
};

/** The keys of the page that is open. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const keys = useContext(Keys);
  const isOn = usePreferences()[0].singleKeys === 'on';
  const close = useRef(onClose);
  close.current = onClose;
  // What opened the list closes it. In a dialog no key of the page counts.
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === '?') close.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const groups = [...(isOn ? merged(keys?.all() ?? []) : []), always];
  return (
    <ConfirmDialog
      title="Keyboard shortcuts"
      confirm={undefined}
      isStarting={false}
      problem={undefined}
      onClose={onClose}
    >
      <div className={styles.groups}>
        {groups.map(({ label, bindings }) => (
          <section key={label} aria-label={label} className={styles.group}>
            <h3 className={styles.heading}>{label}</h3>
            <dl className={styles.list}>
              {bindings.map((binding) => (
                <div key={binding.keys} className={styles.line}>
                  <dt>{binding.label}</dt>
                  <dd>
                    <KeyCaps keys={binding.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>
        {isOn
          ? 'Single keys never work in fields and dialogs, and never send anything. '
          : 'Single-letter shortcuts are off. '}
        <Link to="/settings" onClick={onClose}>
          {isOn ? 'Turn them off in Settings' : 'Turn them on in Settings'}
        </Link>
      </p>
    </ConfirmDialog>
  );
}

/** The groups with their keys, those of the page first; of a key that two want, the one that has it. */
function merged(groups: readonly KeyGroup[]): readonly KeyGroup[] {
  const labels = [...new Set(groups.toReversed().map(({ label }) => label))];
  return labels
    .map((label) => {
      const bindings = groups.filter((group) => group.label === label).flatMap((group) => group.bindings);
      return { label, bindings: [...new Map(bindings.map((binding) => [binding.keys, binding])).values()] };
    })
    .filter(({ bindings }) => bindings.length > 0);
}
