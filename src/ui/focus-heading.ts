/** Moves the focus to the heading of the page, where the control that had it goes. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
}
