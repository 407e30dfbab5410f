/**
 * True when a device's name matches one of the patterns, in any case. `*` stands for any text; everything else stands
 * for itself. A pattern is compared with the first label of a full name too: `DC*-01` matches `DC-EU-01.contoso.example`.
 */
export function matchesAny(name: string, patterns: readonly string[]): boolean {
  const whole = name.trim().toLowerCase();
  if (whole === '') return false;
  const label = whole.split('.', 1)[0] ?? whole;
  return patterns.some((pattern) => {
    const wanted = pattern.trim().toLowerCase();
    return wanted !== '' && (matches(whole, wanted) || matches(label, wanted));
  });
}

function matches(name: string, pattern: string): boolean {
  const parts = pattern.split('*');
  const [first = ''] = parts;
  if (parts.length === 1) return name === pattern;
  const last = parts.at(-1) ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false;
  let at = first.length;
  const end = name.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/** The patterns in what a person typed: one a line, or with commas between; doubles and empty ones are dropped. */
export function readPatterns(text: string): readonly string[] {
  const patterns = text.split(/[\n,;]/).map((pattern) => pattern.trim());
  return [...new Set(patterns.filter((pattern) => pattern !== ''))].slice(0, mostPatterns);
}

const mostPatterns = 200;
