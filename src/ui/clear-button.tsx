import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/**
 * A button that disappears with what it clears; focus goes to the first control beside it, and not to nowhere.
 *
 * @param props.isShown false keeps the button's room, so that nothing moves when the button comes
 */
export function ClearButton({
  onClear,
  isShown = true,
  children,
}: {
  onClear: () => void;
  isShown?: boolean;
  children: ReactNode;
}) {
  return (
    <Button
      appearance="subtle"
      size="small"
      style={isShown ? undefined : { visibility: 'hidden' }}
      onClick={({ currentTarget }) => {
        const group = currentTarget.closest('[role="toolbar"], search') ?? currentTarget.closest('main');
        group?.querySelector<HTMLElement>('input, button')?.focus();
        onClear();
      }}
    >
      {children}
    </Button>
  );
}
