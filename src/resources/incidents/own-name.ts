/**
 * True of a name under which Graph tells of the signed-in person. Letter case doesn’t count: names are free text there.
 *
 * @param ownNames sign-in name and display name
 */
export function isOwnName(name: string, ownNames: readonly string[]): boolean {
  const known = name.trim().toLowerCase();
  return known !== '' && ownNames.some((own) => own.trim().toLowerCase() === known);
}
