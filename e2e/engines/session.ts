/** How a part of the page is named: its role, and the whole of its accessible name, both as the engine computes them. */
export interface Place {
  readonly role: Role;
  readonly name: string;
}

export type Role =
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'dialog'
  | 'grid'
  | 'heading'
  | 'link'
  | 'listbox'
  | 'option'
  | 'radio'
  | 'region'
  | 'search'
  | 'searchbox'
  | 'textbox';

/** The only window of a browser, over the protocol that its engine speaks. Nothing here waits. */
export interface Session {
  /** The version of the browser. */
  readonly version: string;
  navigate(address: string): Promise<void>;
  /** Loads the page again, also where it asks whether to leave. */
  reload(): Promise<void>;
  /** The elements of this role and name that are in sight. */
  find(place: Place): Promise<readonly string[]>;
  /** Calls a function, given as its source, on an element; without one, on the page's body. */
  call(source: string, element?: string): Promise<unknown>;
  click(element: string): Promise<void>;
  /** Presses keys one after the other: characters, or WebDriver's codes. The modifiers are held meanwhile. */
  pressKeys(keys: readonly string[], modifiers: readonly string[]): Promise<void>;
  /** A picture of what is in sight, as a PNG. */
  picture(): Promise<Buffer>;
  /** What the browser said about the page by itself: errors, and violations of its content security policy. */
  complaints(): readonly string[];
  /** Ends the browser, and all that was started for it. */
  end(): Promise<void>;
}

/** A browser that journeys are played in. */
export interface Engine {
  readonly name: string;
  /** Starts the browser with an empty profile: no storage, no sign-in. */
  start(): Promise<Session>;
}

/** The size of the page, and the time zone of its person. */
export const desk = { width: 1440, height: 900, timeZone: 'Europe/Berlin' } as const;

/** What the protocols call the actions of a keyboard. https://www.w3.org/TR/webdriver2/#actions */
export function keyActions(keys: readonly string[], modifiers: readonly string[]): readonly object[] {
  const strokes = keys.flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
  const held = modifiers.map((value) => ({ type: 'keyDown', value }));
  const released = modifiers.map((value) => ({ type: 'keyUp', value }));
  return [{ type: 'key', id: 'keyboard', actions: [...held, ...strokes, ...released] }];
}
