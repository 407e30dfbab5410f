import type { AccountAction } from '../../graph/users.ts';
import { type Instant, parseInstant, toIso } from '../../lib/instant.ts';
import type { Account } from '../../resources/users/account.ts';
import { riskText } from '../../resources/users/words.ts';

/** The state of an account, as far as an action changes it, in one text that the history keeps. */

const notShown = 'notShown';
const risk = 'risk ';
const since = 'since ';

/** @returns "enabled", "since 2026-11-22T10:00:00.000Z", "risk atRisk"; "notShown" where Graph doesn't say */
export function stateOf(action: AccountAction, account: Account): string {
  switch (action) {
    case 'disable':
    case 'enable':
      if (account.isEnabled === null) return notShown;
      return account.isEnabled ? 'enabled' : 'disabled';
    case 'requireUserToSignInAgain':
      return sinceOf(account.sessionsFrom);
    case 'forcePasswordReset':
      return sinceOf(account.passwordFrom);
    case 'markUserAsCompromised':
      return account.riskState === null ? notShown : `${risk}${account.riskState}`;
  }
}

function sinceOf(instant: Instant | null): string {
  return instant === null ? notShown : `${since}${toIso(instant)}`;
}

/** The state that an action leaves; undefined for one that leaves only a later time. */
export function wantedState(action: AccountAction): string | undefined {
  return {
    disable: 'disabled',
    enable: 'enabled',
    markUserAsCompromised: `${risk}confirmedCompromised`,
    requireUserToSignInAgain: undefined,
    forcePasswordReset: undefined,
  }[action];
}

/** True where a state shows a later time than the state before. A time that Graph didn’t show before proves nothing. */
export function isLater(state: string, before: string): boolean {
  const [then, now] = [before, state].map((text) =>
    text.startsWith(since) ? parseInstant(text.slice(since.length)) : null,
  );
  return typeof then === 'number' && typeof now === 'number' && now > then;
}

/** A state by which a decision stands or falls: whether a risk has been seen by itself is none. */
export function decisive(state: string): string {
  return state === `${risk}none` ? `${risk}atRisk` : state;
}

export function isShown(state: string): boolean {
  return state !== notShown;
}

/** A state inside a sentence. */
export function stateWord(state: string): string {
  const name = userStateName(state);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A recorded state in words; '' where none was read. */
export function userStateName(state: string): string {
  if (state.startsWith(risk)) return riskText(state.slice(risk.length));
  if (state.startsWith(since)) return `Since ${state.slice(since.length)}`;
  return { enabled: 'Enabled', disabled: 'Disabled', [notShown]: 'Not shown' }[state] ?? state;
}
