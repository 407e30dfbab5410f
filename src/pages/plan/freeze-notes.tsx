import { WeatherSnowflakeRegular } from '@fluentui/react-icons/headless/svg/weather-snowflake';
import { groupBy } from '../../lib/group-by.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { dateOf } from '../../plan/staged/change-words.ts';
import type { StagedChange } from '../../plan/staged/staged-change.ts';
import { Button } from '../../ui/button.tsx';
import { InputField } from '../../ui/field.tsx';
import { focusHeading } from '../../ui/focus-heading.ts';
import { formatShortDay, nameFew } from '../../ui/format.ts';
import { NoticeLine } from '../../ui/notice-line.tsx';
import { useKeptState } from '../../ui/use-kept-state.ts';
import { type Frozen, lacksReason } from './frozen.ts';
import styles from './plan-notes.module.css';
import type { PlanFacts } from './use-plan-facts.ts';

const longestReason = 200;

/** Dates that fall into freezes: they move to the first free day, or stay with a reason. */
export function FreezeNotes({ facts: { frozen, store } }: { facts: PlanFacts }) {
  const open = groupBy(frozen.filter(lacksReason), ({ freeze }) => freeze.name);
  const kept = groupBy(
    frozen.filter((each) => !lacksReason(each)),
    ({ line }) => line.change.freezeReason,
  );
  const stage = (changes: readonly StagedChange[]) => {
    store.stage(changes);
    // The note goes, with the button that had the focus.
    focusHeading();
  };
  const keep = (some: readonly Frozen[], freezeReason: string) =>
    stage(some.map(({ line }) => ({ ...line.change, freezeReason })));
  return (
    <>
      {[...open].map(([name, some]) => (
        <OpenNote
          key={name}
          name={name}
          some={some}
          onMove={() => stage(some.flatMap(({ moved }) => moved ?? []))}
          onKeep={(reason) => keep(some, reason)}
        />
      ))}
      {[...kept].map(([reason, some]) => (
        <NoticeLine
          key={reason}
          icon={WeatherSnowflakeRegular}
          tone="neutral"
          title={`${datesText(some)} kept inside a freeze.`}
          text={<bdi>“{showHidden(reason)}”</bdi>}
          details={() => <FrozenList some={some} />}
          end={
            <Button size="small" onClick={() => keep(some, '')}>
              Reconsider
            </Button>
          }
        />
      ))}
    </>
  );
}

function OpenNote({
  name,
  some,
  onMove,
  onKeep,
}: {
  name: string;
  some: readonly Frozen[];
  onMove: () => void;
  onKeep: (reason: string) => void;
}) {
  const [reason, setReason] = useKeptState<string | undefined>(
    `plan.freeze-reason.${name}`,
    undefined,
    (value) => value,
    readReason,
  );
  const movable = some.flatMap(({ moved }) => moved ?? []);
  const days = new Set(movable.map((change) => formatShortDay(dateOf(change) ?? 0)));
  const [day] = days;
  return (
    <>
      <NoticeLine
        icon={WeatherSnowflakeRegular}
        tone="warning"
        title={`${datesText(some)} inside “${showHidden(name)}”.`}
        text={<bdi>{nameFew(some.map(frozenText))}</bdi>}
        details={() => <FrozenList some={some} />}
        end={
          <>
            {movable.length === some.length && (
              <Button size="small" onClick={onMove}>
                {days.size === 1 ? `Move to ${day}` : 'Move to the first free days'}
              </Button>
            )}
            {reason === undefined && (
              <Button size="small" onClick={() => setReason('')}>
                Keep…
              </Button>
            )}
          </>
        }
      />
      {reason !== undefined && (
        <form
          className={styles.reason}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '') onKeep(reason.trim());
          }}
        >
          <InputField
            label="Reason to keep them"
            hint="Goes into the note of the run."
            value={reason}
            maxLength={longestReason}
            autoFocus
            onChange={({ target }) => setReason(target.value)}
          />
          <Button type="submit" disabledFocusable={reason.trim() === ''}>
            Keep the dates
          </Button>
        </form>
      )}
    </>
  );
}

function readReason(kept: unknown): string | undefined {
  return typeof kept === 'string' ? kept.slice(0, longestReason) : undefined;
}

function FrozenList({ some }: { some: readonly Frozen[] }) {
  return (
    <ul className={styles.list}>
      {some.map((each) => (
        <li key={each.line.key}>
          <bdi>{frozenText(each)}</bdi>
        </li>
      ))}
    </ul>
  );
}

function datesText(some: readonly unknown[]): string {
  return some.length === 1 ? '1 date is' : `${some.length} dates are`;
}

/** "Wi-Fi 7 BE200 in Broad, 14 Dec" */
function frozenText({ line: { item, targetName, change } }: Frozen): string {
  const date = dateOf(change);
  const when = typeof date === 'number' ? formatShortDay(date) : 'as soon as possible';
  return `${showName(item.name)} in ${showName(targetName)}, ${when}`;
}
