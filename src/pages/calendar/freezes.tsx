import { AddRegular } from '@fluentui/react-icons/headless/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/headless/svg/delete';
import { EditRegular } from '@fluentui/react-icons/headless/svg/edit';
import { WeatherSnowflakeRegular } from '@fluentui/react-icons/headless/svg/weather-snowflake';
import { useRef, useState } from 'react';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { useFreezes } from '../../plan/use-freezes.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { type Freeze, mostFreezes } from '../../resources/driver-updates/freeze.ts';
import { freezeDaysText, freezeProfilesText } from '../../resources/driver-updates/freeze-words.ts';
import { Button } from '../../ui/button.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { draftOf, type FreezeDraft, newFreezeDraft } from './freeze-draft.ts';
import styles from './freezes.module.css';

/** The freezes of this browser: add, edit, delete. */
export function Freezes({
  profiles,
  day,
}: {
  /** In the order of rings. */
  profiles: readonly DriverProfile[];
  /** The chosen day: a new freeze begins with it. */
  day: string | undefined;
}) {
  const [freezes, setFreezes] = useFreezes();
  const [edited, setEdited] = useState<FreezeDraft>();
  const [deleted, setDeleted] = useState<{ readonly freeze: Freeze; readonly place: number }>();
  const heading = useRef<HTMLHeadingElement>(null);
  const names = new Map(profiles.map((profile) => [profile.id, profileName(profile)]));
  const isNew = edited !== undefined && !freezes.some(({ id }) => id === edited.id);
  const isFull = freezes.length >= mostFreezes;

  function save(freeze: Freeze) {
    setFreezes(isNew ? [...freezes, freeze] : freezes.map((each) => (each.id === freeze.id ? freeze : each)));
    setEdited(undefined);
    setDeleted(undefined);
  }

  return (
    <section className={styles.freezes} aria-label="Freezes">
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          Freezes
        </h2>
        <span className={styles.hint}>No driver is to become available on these days.</span>
        <Button
          size="small"
          icon={<AddRegular />}
          disabledFocusable={isFull}
          title={isFull ? `No more than ${mostFreezes} freezes` : undefined}
          onClick={() => setEdited(newFreezeDraft(crypto.randomUUID(), day))}
        >
          Add freeze…
        </Button>
      </div>
      {freezes.length === 0 && <p className={styles.hint}>No freezes in this browser.</p>}
      {freezes.length > 0 && (
        <ul className={styles.list} aria-label="Freezes">
          {freezes.map((freeze, place) => (
            <li key={freeze.id} className={styles.freeze}>
              <span className={styles.icon}>
                <WeatherSnowflakeRegular />
              </span>
              <span className={styles.about}>
                <bdi className={styles.name}>{freeze.name}</bdi>
                <span className={styles.days}>{freezeDaysText(freeze)}</span>
                <bdi className={styles.days}>
                  {freezeProfilesText(freeze, (id) => names.get(id) ?? 'a profile not listed here')}
                </bdi>
              </span>
              <Button
                appearance="subtle"
                size="small"
                icon={<EditRegular />}
                aria-label={`Edit ${freeze.name}`}
                title="Edit"
                onClick={() => setEdited(draftOf(freeze))}
              />
              <Button
                appearance="subtle"
                size="small"
                icon={<DeleteRegular />}
                aria-label={`Delete ${freeze.name}`}
                title="Delete"
                onClick={() => {
                  setFreezes(freezes.filter(({ id }) => id !== freeze.id));
                  setDeleted({ freeze, place });
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div role="status" className={styles.deleted}>
        {deleted && (
          <>
            <span>
              Freeze “<bdi>{deleted.freeze.name}</bdi>” deleted.
            </span>
            <Button
              appearance="transparent"
              size="small"
              autoFocus
              onClick={() => {
                setFreezes(freezes.toSpliced(deleted.place, 0, deleted.freeze));
                setDeleted(undefined);
                // The button that had the focus goes.
                heading.current?.focus();
              }}
            >
              Undo
            </Button>
          </>
        )}
      </div>
      {edited && (
        <FreezeDialog
          initial={edited}
          isNew={isNew}
          profiles={profiles}
          onSave={save}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}
