import type { FluentIcon } from '@fluentui/react-icons/svg';
import { createContext } from 'react';
import type { Registry } from './registry.ts';

/** One command of a page. */
export interface Command {
  readonly label: string;
  /** The first words of the label, where there is no room for all of it. */
  readonly short?: string;
  readonly icon: FluentIcon;
  /** Why it cannot be used now; it stays reachable by keyboard and says so. */
  readonly disabled?: string | undefined;
  readonly isPrimary?: boolean;
  /** Folded into “More” in every window. */
  readonly isRare?: boolean;
  /** A key that does the same, as in `useKeys`: `A`, `Shift+R`. */
  readonly key?: string | undefined;
  readonly onRun: () => void;
}

/** Commands that belong together, such as those of one toolbar. */
export interface CommandGroup {
  readonly label: string;
  readonly commands: readonly Command[];
}

/** The commands of everything that is on screen; null where nothing collects them. */
export const Commands = createContext<Registry<CommandGroup> | null>(null);
