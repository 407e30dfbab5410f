/**
 * True when a token has every permission that was asked for. Entra names a permission of Graph with or without the
 * address of Graph before it, in any letter case.
 */
export function isGranted(asked: readonly string[], granted: readonly string[]): boolean {
  const names = new Set(granted.map(nameOf));
  return asked.every((scope) => names.has(nameOf(scope)));
}

function nameOf(scope: string): string {
  return (scope.split('/').at(-1) ?? scope).toLowerCase();
}
