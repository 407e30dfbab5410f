/** Epoch milliseconds. Dates travel as ISO 8601 on the wire and as instants in the app. */
export type Instant = number;

const isoInstant =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * Reads an OData DateTimeOffset. Up to nine fractional digits are accepted and cut to milliseconds.
 *
 * @returns the instant; `null` for "not set", which Graph writes as null or as .NET's minimum date, year 0001;
 * `undefined` when the text isn't a date (2027-02-30 included: `Date` would roll it over, and would take the
 * year 50 for 1950).
 */
export function parseInstant(text: string | null | undefined): Instant | null | undefined {
  if (text === null || text === undefined || text === '') return null;
  const match = isoInstant.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second = '00', fraction = '0', zone] = match;
  if (year === '0001') return null;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const civil = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    milliseconds,
  );
  const rolled = new Date(civil);
  const exact =
    rolled.getUTCFullYear() === Number(year) &&
    rolled.getUTCMonth() + 1 === Number(month) &&
    rolled.getUTCDate() === Number(day) &&
    rolled.getUTCHours() === Number(hour) &&
    rolled.getUTCMinutes() === Number(minute);
  if (!exact) return undefined;
  return civil - zoneOffset(zone);
}

function zoneOffset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * 60_000;
}

/** An instant as Graph takes it: UTC, with milliseconds. */
export function toIso(instant: Instant): string {
  return new Date(instant).toISOString();
}
