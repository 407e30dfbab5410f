import { MoreHorizontalRegular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import { type MouseEvent, useId, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { CommandButton, useCommandKeys } from '../../ui/command-bar.tsx';
import { type Command, Commands } from '../../ui/commands.ts';
import { Popover } from '../../ui/popover.tsx';
import { useOffer } from '../../ui/registry.ts';
import styles from './thumb-bar.module.css';

/** So many commands stand in the bar, the most used first; the rest fold into "More". */
const most = 3;

/** The commands of an incident at the foot of a phone, where the thumb is. The palette lists them, and their keys work. */
export function ThumbBar({ label, commands }: { label: string; commands: readonly Command[] }) {
  const bar = useRef<HTMLDivElement>(null);
  useOffer(Commands, { label, commands });
  useCommandKeys(commands, bar);
  const shown = commands.slice(0, most);
  const folded = commands.slice(most);
  return (
    <div ref={bar} className={styles.bar} role="toolbar" aria-label={label}>
      {shown.map((command) => (
        <ThumbButton key={command.label} command={command} />
      ))}
      {folded.length > 0 && (
        <Popover
          trigger={(props) => (
            <Button
              {...props}
              className={styles.more}
              icon={<MoreHorizontalRegular />}
              aria-label="More"
              title="More"
            />
          )}
        >
          {(close) => (
            // The list goes first: the dialog of a command gives the focus back to the button that shows again.
            <div className={styles.folded} onClickCapture={(event) => isOn(event) && close()}>
              {folded.map((command) => (
                <CommandButton key={command.label} command={command} />
              ))}
            </div>
          )}
        </Popover>
      )}
    </div>
  );
}

/** A click on a command that is off is about its reason, and one between commands is about none. */
function isOn({ target }: MouseEvent): boolean {
  const button = target instanceof Element ? target.closest('button') : null;
  return button !== null && button.ariaDisabled !== 'true';
}

/** A short word for the eye; the name is that of the command in every window. */
function ThumbButton({ command }: { command: Command }) {
  const { label, short = label, icon: Icon, isPrimary, disabled, onRun } = command;
  const reasonId = useId();
  return (
    <>
      <Button
        appearance={isPrimary && disabled === undefined ? 'primary' : 'secondary'}
        className={isPrimary ? `${styles.button} ${styles.primary}` : styles.button}
        icon={isPrimary && <Icon />}
        disabledFocusable={disabled !== undefined}
        aria-label={label}
        aria-describedby={disabled === undefined ? undefined : reasonId}
        title={disabled}
        data-command={label}
        onClick={onRun}
      >
        {short}
      </Button>
      {disabled !== undefined && (
        <span id={reasonId} hidden>
          {disabled}
        </span>
      )}
    </>
  );
}
