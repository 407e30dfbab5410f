/** What Microsoft said, as part of an advice. */
export function quote(message: string): string {
  return `Microsoft says: “${message}”${message.endsWith('.') ? '' : '.'}`;
}

/** An advice without what Microsoft said, which may be about one target only. */
export function withoutQuote(advice: string): string {
  return advice.replace(/Microsoft says: “.*”\.? ?/s, '').trim();
}
