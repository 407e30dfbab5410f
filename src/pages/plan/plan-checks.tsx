import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock';
import { CommentRegular } from '@fluentui/react-icons/headless/svg/comment';
import { PeopleTeamRegular } from '@fluentui/react-icons/headless/svg/people-team';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { WeatherSnowflakeRegular } from '@fluentui/react-icons/headless/svg/weather-snowflake';
import type { FluentIcon } from '@fluentui/react-icons/svg';
import type { ReactNode } from 'react';
import { showName } from '../../lib/visible-text.ts';
import { countOf, formatClock, nameFew } from '../../ui/format.ts';
import { StatusIcon, type Tone } from '../../ui/status-label.tsx';
import { commentsNote } from './comment-of.ts';
import { lacksReason } from './frozen.ts';
import styles from './plan-aside.module.css';
import type { PlanFacts } from './use-plan-facts.ts';

/** What was checked, and what a person may still want to do. @param props.roleWarning what speaks against their roles */
export function PlanChecks({ facts, roleWarning }: { facts: PlanFacts; roleWarning: string | undefined }) {
  const { read, isChecked, lines, frozen } = facts;
  const held = lines.filter(({ state }) => state === 'held').length;
  const unchecked = lines.filter(({ state }) => state === 'unchecked');
  const notLoaded = [...new Set(unchecked.map(({ targetName }) => showName(targetName)))];
  const open = frozen.filter(lacksReason).length;
  const comments = commentsNote(lines.map(({ change }) => change));
  return (
    <section aria-labelledby="plan-checks">
      <h2 id="plan-checks" className={styles.heading}>
        Checks
      </h2>
      <ul className={styles.checks}>
        {isChecked ? (
          <Check icon={CheckmarkRegular} tone="success">
            Current state loaded {formatClock(read.dataUpdatedAt)}
          </Check>
        ) : read.error && !read.isFetching ? (
          <Check icon={WarningFilled} tone="warning">
            Current state not loaded
          </Check>
        ) : (
          <Check icon={ClockRegular} tone="neutral">
            Checking the current state…
          </Check>
        )}
        {isChecked && unchecked.length > 0 && (
          <Check icon={WarningFilled} tone="warning">
            Not loaded: <bdi>{nameFew(notLoaded)}</bdi>. {countOf(unchecked.length, 'change')} not checked,
            and not sent
          </Check>
        )}
        {isChecked && (
          <Check icon={held > 0 ? WarningFilled : CheckmarkRegular} tone={held > 0 ? 'warning' : 'success'}>
            {held > 0
              ? `Another run holds ${countOf(held, 'of them', 'of them')}`
              : 'No other run in this browser holds them'}
          </Check>
        )}
        {roleWarning !== undefined && (
          <Check icon={WarningFilled} tone="warning">
            {roleWarning}
          </Check>
        )}
        {comments !== undefined && (
          <Check icon={CommentRegular} tone="neutral">
            {comments}
          </Check>
        )}
        {frozen.length > 0 && (
          <Check icon={WeatherSnowflakeRegular} tone="warning">
            {open > 0
              ? `${countOf(open, 'date')} inside a freeze without a reason`
              : `${countOf(frozen.length, 'date')} kept inside a freeze, with a reason`}
          </Check>
        )}
        <Check icon={PeopleTeamRegular} tone="neutral">
          For a second pair of eyes, copy a link or export the plan. Nothing enforces that: the run starts
          without it, too.
        </Check>
      </ul>
    </section>
  );
}

function Check({ icon, tone, children }: { icon: FluentIcon; tone: Tone; children: ReactNode }) {
  return (
    <li className={styles.check}>
      <StatusIcon icon={icon} tone={tone} />
      <span>{children}</span>
    </li>
  );
}
