import { BookmarkRegular } from '@fluentui/react-icons/headless/svg/bookmark';
import { useEffect, useRef, useState } from 'react';
import { startOfDay } from '../../lib/local-day.ts';
import { parkChoices } from '../../resources/driver-updates/review-notes.ts';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/date-time/day-field.tsx';
import { formatNearDay } from '../../ui/format.ts';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import { Popover } from '../../ui/popover.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import styles from './park-menu.module.css';

/** Puts the driver update that is open off until a day: it leaves the inbox, and comes back by itself. */
export function ParkMenu({ today, onPark }: { today: string; onPark: (until: string) => void }) {
  const trigger = useRef<HTMLButtonElement | null>(null);
  const hasKey = usePreferences()[0].singleKeys === 'on';
  useKeys('This page', [{ keys: 'E', label: 'Park…', onPress: () => trigger.current?.click() }]);
  return (
    <Popover
      trigger={({ ref, ...props }) => (
        <Button
          {...props}
          ref={(button: HTMLButtonElement | null) => {
            trigger.current = button;
            ref(button);
          }}
          icon={<BookmarkRegular />}
          aria-keyshortcuts={hasKey ? 'E' : undefined}
        >
          Park…
          {hasKey && (
            <span className={styles.key} aria-hidden="true">
              <KeyCaps keys="E" />
            </span>
          )}
        </Button>
      )}
    >
      {(close) => (
        <Choices
          today={today}
          onPark={(until) => {
            close();
            onPark(until);
          }}
        />
      )}
    </Popover>
  );
}

function Choices({ today, onPark }: { today: string; onPark: (until: string) => void }) {
  const menu = useRef<HTMLFieldSetElement>(null);
  const [day, setDay] = useState('');
  // Drawn when the list opens: the focus is the browser's.
  useEffect(() => menu.current?.querySelector('button')?.focus(), []);
  const isAhead = day > today;
  return (
    <fieldset ref={menu} className={styles.menu} aria-label="Park until">
      <p className={styles.why}>It leaves the list until that day. Nothing changes in Intune.</p>
      {parkChoices(today).map(({ label, until }) => (
        <Button key={label} appearance="subtle" className={styles.choice ?? ''} onClick={() => onPark(until)}>
          {label} <span className={styles.day}>{formatNearDay(startOfDay(until) ?? 0)}</span>
        </Button>
      ))}
      <div className={styles.own}>
        <DayField
          label="Another day"
          value={day}
          from={today}
          error={day === '' || isAhead ? undefined : 'Choose a day in the future'}
          onChange={setDay}
        />
        <Button disabledFocusable={!isAhead} onClick={() => isAhead && onPark(day)}>
          Park
        </Button>
      </div>
    </fieldset>
  );
}
