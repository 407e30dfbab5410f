/** Moves the focus to the title of the details that are open. */
export function focusDetails(): void {
  document.querySelector<HTMLElement>('[data-details-title]')?.focus();
}
