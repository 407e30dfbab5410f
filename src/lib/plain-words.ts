/** An enum member as a person would write it: "needsReview" becomes "needs review". Others stay as they came. */
export function plainWords(member: string): string {
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(member)
    ? member.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : member;
}
