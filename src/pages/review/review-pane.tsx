import { ArrowDownRegular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowLeftRegular } from '@fluentui/react-icons/headless/svg/arrow-left';
import { ArrowUpRegular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { showHidden } from '../../lib/visible-text.ts';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import { baseName } from '../../resources/driver-updates/base-name.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { updateName } from '../../resources/driver-updates/names.ts';
import { versionText } from '../../resources/driver-updates/words.ts';
import { Button } from '../../ui/button.tsx';
import type { Steps } from '../../ui/details-panel.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { KeyCaps } from '../../ui/keys/key-caps.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import styles from './review-pane.module.css';

/**
 * The driver update that is open, beside the list, or in its place in a narrow window. There the focus goes to the title,
 * and back to the list.
 *
 * @param props.place its place in the list from 1; 0 where it isn't in the list
 * @param props.onBack leads to the list; absent where the list is beside it
 */
export function ReviewPane({
  update,
  isNew,
  place,
  count,
  steps,
  commands,
  onBack,
  children,
}: {
  update: DriverUpdate;
  isNew: boolean;
  place: number;
  count: number;
  steps: Steps;
  commands: ReactNode;
  onBack: (() => void) | undefined;
  children: ReactNode;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  const hasList = onBack === undefined;
  // The list has these keys while it is on screen.
  useKeys('List', hasList ? [] : stepKeys(steps));
  useFocusInside(heading, !hasList);
  useEscape(onBack);
  // What scrolls is the browser's: another item is read from its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the update is what the pane shows
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [update.id]);
  const facts = [
    update.manufacturer === '' ? undefined : showHidden(update.manufacturer),
    update.driverClass === '' ? undefined : showHidden(update.driverClass),
    update.releaseDateTime === null ? 'no release date' : `released ${formatDay(update.releaseDateTime)}`,
    update.key === undefined ? undefined : `catalog ID ${update.key.slice(0, 8)}…`,
  ].filter((fact) => fact !== undefined);
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <div className={styles.top}>
          {onBack && (
            <Button
              appearance="subtle"
              icon={<ArrowLeftRegular />}
              aria-label="Back to the list"
              onClick={onBack}
            />
          )}
          <div className={styles.titled}>
            <h2 id={id} ref={heading} tabIndex={-1} className={styles.title} data-details-title="">
              <bdi>{baseName(updateName(update), update.version)}</bdi>
              {update.version !== '' && (
                <>
                  {' '}
                  <bdi className={styles.version}>{versionText(update)}</bdi>
                </>
              )}
            </h2>
            {isFirmware(update) && <span className={styles.chip}>Firmware</span>}
            {isNew && <span className={`${styles.chip} ${styles.new}`}>New</span>}
          </div>
          <span className={styles.place}>
            {place > 0 && `${formatCount(place)} of ${formatCount(count)}`}
            <StepButton label="Previous" keys="K" icon={<ArrowUpRegular />} step={steps.previous} />
            <StepButton label="Next" keys="J" icon={<ArrowDownRegular />} step={steps.next} />
          </span>
        </div>
        <p className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      </header>
      <div className={styles.commands}>{commands}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
      <section ref={body} className={styles.body} aria-labelledby={id} tabIndex={0}>
        {children}
      </section>
    </div>
  );
}

function stepKeys({ previous, next }: Steps) {
  return [
    { keys: 'J', label: 'Next row', onPress: () => next?.() },
    { keys: 'K', label: 'Previous row', onPress: () => previous?.() },
  ];
}

function StepButton({
  label,
  keys,
  icon,
  step,
}: {
  label: string;
  keys: string;
  icon: React.JSX.Element;
  step: (() => void) | undefined;
}) {
  return (
    <Button
      appearance="subtle"
      className={styles.step ?? ''}
      icon={icon}
      aria-label={label}
      title={`${label} (${keys})`}
      disabledFocusable={!step}
      onClick={step}
    >
      <span className={styles.key} aria-hidden="true">
        <KeyCaps keys={keys} />
      </span>
    </Button>
  );
}

/** Where the pane stands in the place of the list, the focus goes to its title, and in the end back to the list. */
function useFocusInside(heading: { readonly current: HTMLElement | null }, isAlone: boolean): void {
  useEffect(() => {
    if (!isAlone) return;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (document.activeElement !== document.body) return;
      const home = document.querySelector('main [role="grid"] [tabindex="0"]');
      if (home instanceof HTMLElement) home.focus({ preventScroll: true });
    };
  }, [heading, isAlone]);
}

/** Escape leads back to the list, but for fields and what floats above the page: there it has its own meaning. */
function useEscape(onEscape: (() => void) | undefined): void {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  // The keyboard is the browser's.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const isElsewhere =
        target instanceof Element && target.closest('dialog, [popover], input, textarea, select');
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) latest.current?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
