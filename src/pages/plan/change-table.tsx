import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { DeveloperBoardRegular } from '@fluentui/react-icons/headless/svg/developer-board';
import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import { SubtractCircleRegular } from '@fluentui/react-icons/headless/svg/subtract-circle';
import { WeatherSnowflakeRegular } from '@fluentui/react-icons/headless/svg/weather-snowflake';
import { useCallback, useRef, useState } from 'react';
import { actionOf } from '../../actions/all.ts';
import type { Instant } from '../../lib/instant.ts';
import { unsaid } from '../../lib/unsaid.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { ChangeIcons } from '../../plan/staged/change-icons.tsx';
import { changeName, dateOf, wantedText } from '../../plan/staged/change-words.ts';
import { isFirmwareClass } from '../../resources/driver-profiles/firmware.ts';
import { Button } from '../../ui/button.tsx';
import { focusHeading } from '../../ui/focus-heading.ts';
import { FoldedText } from '../../ui/folded-text.tsx';
import { countOf, formatCount, formatMoment, formatShortDay, formatTime } from '../../ui/format.ts';
import { StatusIcon } from '../../ui/status-label.tsx';
import styles from './change-table.module.css';
import { ChangedGroups } from './changed-groups.tsx';
import { commentOf } from './comment-of.ts';
import { devicesOf } from './devices.ts';
import type { PlanGroup, PlanLine } from './plan-lines.ts';
import { RingName } from './ring-name.tsx';
import type { PlanFacts } from './use-plan-facts.ts';

/** A table of more lines takes long to draw: the others follow when they are asked for. */
const mostLines = 300;

/** Every staged change by where it applies, in the order of rings, with what the last read says of it. */
export function ChangeTable({ facts, onRemove }: { facts: PlanFacts; onRemove: (key: string) => void }) {
  const { groups, lines, seen } = facts;
  const [isWhole, setWhole] = useState(false);
  let room = isWhole ? lines.length : mostLines;
  const shown = groups.flatMap((group): readonly PlanGroup[] => {
    const part = group.lines.slice(0, Math.max(0, room));
    room -= part.length;
    return part.length === 0 ? [] : [{ ...group, lines: part }];
  });
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const keepButton = useCallback((key: string, element: HTMLButtonElement | null) => {
    if (element) buttons.current.set(key, element);
    else buttons.current.delete(key);
  }, []);

  function remove(key: string): void {
    const keys = shown.flatMap((group) => group.lines.map((line) => line.key));
    const place = keys.indexOf(key);
    const next = buttons.current.get(keys[place + 1] ?? keys[place - 1] ?? '');
    // The button that had the focus goes.
    if (next) next.focus();
    else focusHeading();
    onRemove(key);
  }

  return (
    <>
      <table className={styles.table} aria-label="Staged changes">
        <thead>
          <tr>
            <th scope="col">Profile or target</th>
            <th scope="col">Change</th>
            <th scope="col">What</th>
            <th scope="col">Available from</th>
            <th scope="col" className={styles.number}>
              Devices
            </th>
            <th scope="col">Check</th>
            <th scope="col">
              <span className={styles.unseen}>Remove</span>
            </th>
          </tr>
        </thead>
        {shown.map((group) => (
          <tbody key={group.id}>
            {group.lines.map((line, index) => (
              <Row
                key={line.key}
                line={line}
                group={group}
                isFirst={index === 0}
                devices={devicesOf(line, seen)}
                reporting={seen.get(group.id)?.profile.deviceReporting ?? null}
                facts={facts}
                button={keepButton}
                onRemove={remove}
              />
            ))}
          </tbody>
        ))}
      </table>
      {lines.length > mostLines && !isWhole && (
        <Button className={styles.more ?? ''} onClick={() => setWhole(true)}>
          Show {formatCount(lines.length - mostLines)} more
        </Button>
      )}
    </>
  );
}

function Row({
  line,
  group,
  isFirst,
  devices,
  reporting,
  facts: { frozenByKey, checks },
  button,
  onRemove,
}: {
  line: PlanLine;
  group: PlanGroup;
  isFirst: boolean;
  devices: number | null;
  reporting: number | null;
  facts: PlanFacts;
  /** Gets the button that removes the line. */
  button: (key: string, element: HTMLButtonElement | null) => void;
  onRemove: (key: string) => void;
}) {
  const { change, item, state, key } = line;
  const isSkipped = state === 'skipped';
  const date = dateOf(change);
  const detail = unsaid(item.name, item.detail);
  const wanted = wantedText(change);
  const comment = commentOf(change);
  const from = actionOf(change.intent).stateName(change.item.before);
  return (
    <tr className={isSkipped ? styles.skipped : undefined}>
      {isFirst && (
        <th scope="rowgroup" rowSpan={group.lines.length} className={styles.target}>
          <RingName name={group.name} ring={group.ring} />
          {reporting !== null && (
            <span className={styles.reporting}>{countOf(reporting, 'device')} reporting</span>
          )}
        </th>
      )}
      <td className={styles.change}>
        {isSkipped ? (
          <span className={styles.label}>
            <StatusIcon icon={SubtractCircleRegular} tone="neutral" />
            Skipped
          </span>
        ) : (
          <span className={styles.label} title={`${from} now`}>
            <ChangeIcons change={change} />
            <span className={styles.unseen}>{from}, then </span>
            {changeName(change)}
          </span>
        )}
      </td>
      <td className={styles.what}>
        <bdi className={styles.name}>{showName(item.name)}</bdi>{' '}
        {comment === undefined ? (
          detail && <bdi className={styles.quiet}>{showHidden(detail)}</bdi>
        ) : (
          <FoldedText text={comment} of={`the comment on ${showName(item.name)}`} isVerbatim />
        )}{' '}
        {wanted && (
          <>
            → <bdi>{wanted}</bdi>
            <ChangedGroups change={change} />{' '}
          </>
        )}
        {isFirmwareClass(item.reviewed.driverClass ?? '') && (
          <span className={styles.firmware} role="img" aria-label="Firmware" title="Firmware">
            <DeveloperBoardRegular />
          </span>
        )}
      </td>
      <td className={styles.when} data-label="Available from">
        {isSkipped ? '–' : <When date={date} />}
      </td>
      <td className={styles.number} data-label="Devices">
        {isSkipped ? '–' : formatCount(devices)}
      </td>
      <td className={styles.check}>
        <Check line={line} freeze={frozenByKey.get(key)?.freeze.name}>
          {checks.get(key) ?? ''}
        </Check>
      </td>
      <td className={styles.remove}>
        <Button
          ref={(element) => button(key, element)}
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={`Remove ${[showName(item.name), detail].filter(Boolean).join(' ')}, ${group.name}`}
          title="Remove from the plan"
          onClick={() => onRemove(key)}
        />
      </td>
    </tr>
  );
}

function Check({ line, freeze, children }: { line: PlanLine; freeze: string | undefined; children: string }) {
  const { change, state, why } = line;
  if (state === 'unread') return <span className={styles.quiet}>Not checked yet</span>;
  if (state === 'unchecked') return <bdi className={styles.quiet}>Not checked: {showHidden(why)}</bdi>;
  if (state === 'held') {
    return (
      <span className={styles.quiet} title={why}>
        Waiting for another run’s result
      </span>
    );
  }
  if (state === 'skipped') {
    return (
      <span className={styles.label}>
        <StatusIcon icon={ArrowSyncRegular} tone="brand" />
        <bdi>{showHidden(why)}</bdi>
      </span>
    );
  }
  if (freeze !== undefined) {
    return (
      <span className={styles.label} title={change.freezeReason ? `Kept: ${change.freezeReason}` : undefined}>
        <StatusIcon icon={WeatherSnowflakeRegular} tone="warning" />
        <bdi>Inside “{showHidden(freeze)}”</bdi>
      </span>
    );
  }
  return <bdi className={styles.quiet}>{children || 'As you staged it'}</bdi>;
}

function When({ date }: { date: Instant | null | undefined }) {
  if (date === undefined) return 'Now';
  if (date === null) return 'As soon as possible';
  return (
    <time dateTime={new Date(date).toISOString()} title={formatMoment(date)}>
      <strong>{formatShortDay(date)}</strong>, {formatTime(date)}
    </time>
  );
}
