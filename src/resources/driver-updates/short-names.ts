/**
 * Two letters for each name, as there is room above a glyph: the first two, or the first and the last where others begin alike:
 * "Pilot", "Broad" are Pi, Br; "Ring 1", "Ring 2" are R1, R2.
 */
export function shortNames(names: readonly string[]): readonly string[] {
  const letters = names.map((name) => [...name.trim()]);
  const starts = letters.map((own) => own.slice(0, 2).join(''));
  return letters.map((own, at) => {
    const start = starts[at] ?? '';
    const isShared = starts.some(
      (other, place) => place !== at && other.toLowerCase() === start.toLowerCase(),
    );
    return isShared && own.length > 2 ? `${own[0] ?? ''}${own.at(-1) ?? ''}` : start;
  });
}
