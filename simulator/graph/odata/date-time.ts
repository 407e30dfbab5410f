const shape = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$/i;

/** `Date.parse` makes 30 February 2 March. */
function isDay(text: string): boolean {
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** Epoch ms of an Edm.DateTimeOffset; undefined of what is none, such as 30 February. */
export function parseDateTimeOffset(text: string): number | undefined {
  const day = shape.exec(text)?.[1];
  if (day === undefined || !isDay(day)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** The words of Microsoft's OData library, as seen from other parts of Graph. */
export const notADate = (literal: string) =>
  `Cannot convert the literal '${literal}' to the expected type 'Edm.DateTimeOffset'.`;
