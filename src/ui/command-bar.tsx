import { MoreHorizontalRegular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import { type MouseEvent, type ReactNode, type RefObject, useId, useRef } from 'react';
import { Button } from './button.tsx';
import styles from './command-bar.module.css';
import { type Command, Commands } from './commands.ts';
import { KeyCaps } from './keys/key-caps.tsx';
import { useKeys } from './keys/keys.ts';
import { Popover } from './popover.tsx';
import { usePreferences } from './preferences.ts';
import { useOffer } from './registry.ts';
import { useNarrow } from './use-narrow.ts';

/**
 * The commands of a page, most used first; rare ones fold into "More", and on a narrow screen all but the first. Which rows they
 * concern stands beside them. The palette of the page lists them, too, and their keys work.
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
  const bar = useRef<HTMLDivElement>(null);
  useOffer(Commands, { label, commands });
  useCommandKeys(commands, bar);
  const isNarrow = useNarrow();
  const shown = commands.filter(({ isRare }, index) => index === 0 || !(isNarrow || isRare));
  const folded = commands.filter((command) => !shown.includes(command));
  return (
    <div ref={bar} className={styles.bar} role="toolbar" aria-label={label}>
      {shown.map((command) => (
        <CommandButton key={command.label} command={command} />
      ))}
      {folded.length > 0 && (
        <Popover
          trigger={(props) => (
            <Button {...props} icon={<MoreHorizontalRegular />} aria-label="More" title="More" />
          )}
        >
          {/* A dialog gives the focus back to where it was: to the button that shows again. */}
          <div className={styles.folded} onClickCapture={closeAround}>
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

/** Gives commands their keys. @param place where their buttons are */
export function useCommandKeys(commands: readonly Command[], place: RefObject<HTMLElement | null>): void {
  useKeys(
    'This page',
    commands.flatMap((command) =>
      command.key === undefined
        ? []
        : [
            {
              keys: command.key,
              label: command.label,
              onPress: () =>
                command.disabled === undefined ? command.onRun() : explain(place.current, command),
            },
          ],
    ),
  );
}

/** A key of a command that is off leads to its button, which says why. */
function explain(bar: HTMLElement | null, { label }: Command): void {
  const buttons = [...(bar?.querySelectorAll('button') ?? [])];
  buttons.find(({ dataset }) => dataset.command === label)?.focus();
}

/** Closes the list of a command that runs: what it opens must not stand behind it. */
function closeAround({ target, currentTarget }: MouseEvent<HTMLElement>): void {
  const isOff = target instanceof Element && target.closest('[aria-disabled="true"]') !== null;
  const list = currentTarget.closest<HTMLElement>('[popover]');
  if (!isOff && target !== currentTarget && list?.matches(':popover-open')) list.hidePopover();
}

/** A command as a button; a disabled one carries its reason as description. */
export function CommandButton({ command }: { command: Command }) {
  const { label, icon: Icon, disabled, isPrimary, key, onRun } = command;
  const reasonId = useId();
  const hasKey = usePreferences()[0].singleKeys === 'on' && key !== undefined;
  return (
    <>
      <Button
        appearance={isPrimary && disabled === undefined ? 'primary' : 'secondary'}
        icon={<Icon />}
        disabledFocusable={disabled !== undefined}
        aria-describedby={disabled === undefined ? undefined : reasonId}
        aria-keyshortcuts={hasKey ? key : undefined}
        title={disabled ?? (hasKey ? `${label} (${key})` : undefined)}
        data-command={label}
        onClick={onRun}
      >
        {label}
        {hasKey && (
          <span className={styles.key} aria-hidden="true">
            <KeyCaps keys={key} />
          </span>
        )}
      </Button>
      {disabled !== undefined && (
        <span id={reasonId} hidden>
          {disabled}
        </span>
      )}
    </>
  );
}
