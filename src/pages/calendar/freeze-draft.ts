import type { Freeze } from '../../resources/driver-updates/freeze.ts';

/** A freeze as it is being typed. */
export interface FreezeDraft {
  readonly id: string;
  readonly name: string;
  readonly kind: Freeze['when']['kind'];
  /** "2026-12-18", or '' while it is half typed. */
  readonly from: string;
  readonly to: string;
  /** From 1, Monday, to 7, Sunday. */
  readonly weekdays: readonly number[];
  readonly isForAll: boolean;
  readonly profileIds: readonly string[];
}

/** A freeze as it begins: with the chosen day, if there is one. */
export function newFreezeDraft(id: string, day = ''): FreezeDraft {
  return { id, name: '', kind: 'range', from: day, to: day, weekdays: [], isForAll: true, profileIds: [] };
}

/** A freeze to be edited. */
export function draftOf({ id, name, when, profileIds }: Freeze): FreezeDraft {
  return {
    ...newFreezeDraft(id),
    name,
    ...when,
    isForAll: profileIds === null,
    profileIds: profileIds ?? [],
  };
}

/** What the draft comes to: a freeze, or why it is none yet. */
export type ReadFreeze =
  | { readonly freeze: Freeze; readonly whyNot?: undefined; readonly isBackward: false }
  | {
      readonly freeze?: undefined;
      readonly whyNot: string;
      /** The last day is before the first. */
      readonly isBackward: boolean;
    };

export function readFreezeDraft(draft: FreezeDraft): ReadFreeze {
  const { id, name, kind, from, to, isForAll, profileIds } = draft;
  const weekdays = draft.weekdays.toSorted((one, other) => one - other);
  const isBackward = kind === 'range' && from !== '' && to !== '' && to < from;
  const no = (whyNot: string) => ({ whyNot, isBackward });
  if (isBackward) return no('The last day is before the first');
  if (name.trim() === '') return no('Enter a name');
  if (kind === 'range' && (from === '' || to === '')) return no('Enter the first and the last day');
  if (kind === 'weekly' && weekdays.length === 0) return no('Choose a weekday');
  if (kind === 'weekly' && weekdays.length === 7) return no('Leave a day of the week free');
  if (!isForAll && profileIds.length === 0) return no('Choose a profile');
  return {
    freeze: {
      id,
      name: name.trim(),
      when: kind === 'range' ? { kind, from, to } : { kind, weekdays },
      profileIds: isForAll ? null : [...profileIds],
    },
    isBackward: false,
  };
}
