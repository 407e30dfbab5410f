import { Page } from '../ui/page.tsx';
import { type Preferences, usePreferences } from '../ui/preferences.ts';
import { HistorySettings } from './history-settings.tsx';
import { ImportantDevices } from './important-devices.tsx';
import styles from './settings-page.module.css';

const groups = [
  {
    key: 'theme',
    legend: 'Theme',
    choices: [
      ['system', 'As the system'],
      ['light', 'Light'],
      ['dark', 'Dark'],
    ],
  },
  {
    key: 'density',
    legend: 'Density of lists',
    choices: [
      ['compact', 'Compact'],
      ['comfortable', 'Comfortable'],
    ],
  },
  {
    key: 'direction',
    legend: 'Direction',
    choices: [
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ],
  },
] as const satisfies readonly {
  key: keyof Preferences;
  legend: string;
  choices: readonly (readonly [string, string])[];
}[];

/** The choices of this browser, and where it keeps what was sent. */
export function SettingsPage() {
  const [preferences, setPreferences] = usePreferences();
  return (
    <Page title="Settings" facts="Kept in this browser">
      {groups.map(({ key, legend, choices }) => (
        <fieldset key={key} className={styles.group}>
          <legend className={styles.legend}>{legend}</legend>
          {choices.map(([value, label]) => (
            <label key={value} className={styles.choice}>
              <input
                type="radio"
                name={key}
                checked={preferences[key] === value}
                onChange={() => setPreferences({ ...preferences, [key]: value })}
              />
              {label}
            </label>
          ))}
        </fieldset>
      ))}
      <ImportantDevices />
      <HistorySettings />
    </Page>
  );
}
