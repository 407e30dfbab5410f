import { Button } from '@fluentui/react-components';
import type { FluentIcon } from '@fluentui/react-icons/svg';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { type ReactNode, useId } from 'react';
import styles from './command-bar.module.css';
import { Popover } from './popover.tsx';
import { useNarrow } from './use-narrow.ts';

/** One command of a page. */
export interface Command {
  readonly label: string;
  readonly icon: FluentIcon;
  /** Why it cannot be used now; it stays reachable by keyboard and says so. */
  readonly disabled?: string | undefined;
  readonly isPrimary?: boolean;
  readonly onRun: () => void;
}

/**
 * The commands of a page, most used first; on a narrow screen all but the first fold into "More". Which rows they
 * concern stands beside them.
 */
export function CommandBar({
  label,
  commands,
  children,
}: {
  label: string;
  commands: readonly Command[];
  children?: ReactNode;
}) {
  const shown = useNarrow() ? commands.slice(0, 1) : commands;
  const folded = commands.slice(shown.length);
  return (
    <div className={styles.bar} role="toolbar" aria-label={label}>
      {shown.map((command) => (
        <CommandButton key={command.label} command={command} />
      ))}
      {folded.length > 0 && (
        <Popover
          trigger={(props) => (
            <Button {...props} icon={<MoreHorizontalRegular />}>
              More
            </Button>
          )}
        >
          <div className={styles.folded}>
            {folded.map((command) => (
              <CommandButton key={command.label} command={command} />
            ))}
          </div>
        </Popover>
      )}
      {children && <div className={styles.rest}>{children}</div>}
    </div>
  );
}

/** A command as a button; a disabled one carries its reason as description. */
export function CommandButton({ command }: { command: Command }) {
  const { label, icon: Icon, disabled, isPrimary, onRun } = command;
  const reasonId = useId();
  return (
    <>
      <Button
        appearance={isPrimary && disabled === undefined ? 'primary' : 'secondary'}
        icon={<Icon />}
        disabledFocusable={disabled !== undefined}
        aria-describedby={disabled === undefined ? undefined : reasonId}
        title={disabled}
        onClick={onRun}
      >
        {label}
      </Button>
      {disabled !== undefined && (
        <span id={reasonId} hidden>
          {disabled}
        </span>
      )}
    </>
  );
}
