import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** A button that disappears with what it clears; focus goes to the first control beside it, and not to nowhere. */
export function ClearButton({ onClear, children }: { onClear: () => void; children: ReactNode }) {
  return (
    <Button
      appearance="subtle"
      size="small"
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
