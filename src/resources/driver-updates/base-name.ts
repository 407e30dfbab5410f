const separators = /[\s\-–—_,:;/]*$/;
const numberAtEnd = / - v?\d+(?:\.\d+)+$/i;
const partOfWord = /[\p{L}\p{N}.]/u;

/**
 * The name of a driver without its version, which most publishers put at the end: "Intel - Display" for
 * "Intel - Display - 31.0.101.4826". The name itself where it holds no version, or nothing else.
 */
export function baseName(name: string, version: string): string {
  const base = withoutVersion(name, version) ?? name.replace(numberAtEnd, '');
  return base === '' ? name : base;
}

/** Undefined where the version doesn't stand in the name, or may be a part of what the driver is called: "Port 2". */
function withoutVersion(name: string, version: string): string | undefined {
  const at = version === '' ? -1 : name.lastIndexOf(version);
  if (at < 0) return undefined;
  const before = name.slice(0, at).replace(/(^|[\s(])v$/i, '$1');
  const after = name.slice(at + version.length);
  if (isPartOfWord(before.at(-1)) || isPartOfWord(after.at(0))) return undefined;
  if (!version.includes('.') && !(after === '' && before.endsWith(' - '))) return undefined;
  if (after === '') return before.replace(separators, '');
  return `${before}${after}`.replace('()', '').replace(/\s+/g, ' ').replace(separators, '').trimStart();
}

function isPartOfWord(letter: string | undefined): boolean {
  return letter !== undefined && partOfWord.test(letter);
}
