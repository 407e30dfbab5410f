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
      ['system', 'Use system setting'],
      ['light', 'Light'],
      ['dark', 'Dark'],
    ],
  },
  {
    key: 'density',
    legend: 'List density',
    choices: [
      ['compact', 'Compact'],
      ['comfortable', 'Comfortable'],
    ],
  },
  {
    key: 'direction',
    legend: 'Text direction',
    choices: [
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ],
  },
  {
    key: 'singleKeys',
    legend: 'Single-letter shortcuts',
    choices: [
      ['on', 'On'],
      ['off', 'Off'],
    ],
  },
] as const satisfies readonly {
  key: keyof Preferences;
  legend: string;
  choices: readonly (readonly [string, string])[];
}[];

/** The preferences saved in this browser, and where its history is kept. */
export function SettingsPage() {
  const [preferences, setPreferences] = usePreferences();
  return (
    <Page title="Settings" facts="Saved in this browser">
      <div className={styles.groups}>
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
        <section aria-labelledby="about">
          <h2 id="about" className={styles.legend}>
            About
          </h2>
          <a href="/licenses.txt" target="_blank" rel="noopener noreferrer">
            Licenses of the packages in Actiondesk
          </a>
        </section>
      </div>
    </Page>
  );
}
