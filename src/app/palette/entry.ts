import type { FluentIcon } from '@fluentui/react-icons/svg';
import type { KeyboardEvent } from 'react';

/** What a palette finds, in the order in which equal matches come. */
export const kinds = {
  command: 'This page',
  page: 'Pages',
  view: 'Saved views',
  profile: 'Driver profiles',
  driver: 'Drivers',
  device: 'Devices',
  incident: 'Incidents',
  task: 'Incident tasks',
  run: 'Runs',
  app: 'Actiondesk',
} as const;
export type Kind = keyof typeof kinds;

/** Something to go to, or to do. */
export interface Entry {
  /** The same at every start: what was chosen lately is known by it. */
  readonly id: string;
  readonly kind: Kind;
  readonly label: string;
  /** What tells it from others of its label: a version, a profile. */
  readonly detail: string;
  /** What else it is found by. */
  readonly synonyms?: string;
  /** How a device stands now, in words by which people ask for devices: "isolated". */
  readonly states?: readonly string[];
  /** Why it cannot be chosen now. */
  readonly off?: string | undefined;
  /** Keys that do the same. */
  readonly keys?: string | undefined;
  readonly icon: FluentIcon;
  readonly onChoose: () => void;
}

/** An entry with the places that match what was typed: starts and ends in its label followed by its detail. */
export interface Found {
  readonly entry: Entry;
  readonly marks: readonly number[];
}

/** Entries under one heading. */
export interface Section {
  readonly title: string;
  readonly found: readonly Found[];
  /** How many there are with those that are not shown. */
  readonly total: number;
}

/** Takes the keys of the field once the list is there; true for a key that meant something to it. */
export type ListKeys = (event: KeyboardEvent) => boolean;
