import * as v from 'valibot';
import { isDay } from '../../lib/local-day.ts';
import { textParam } from '../../lib/search-params.ts';

const dayParam = v.fallback(
  v.pipe(
    textParam,
    v.check((day) => day === undefined || isDay(day)),
  ),
  undefined,
);

const schema = v.object({
  /** The month on show where no day is chosen: "2026-12". */
  month: v.fallback(
    v.pipe(
      textParam,
      v.check((month) => month === undefined || isDay(`${month}-01`)),
    ),
    undefined,
  ),
  /** The chosen day: "2026-12-08". */
  day: dayParam,
  /** The last day that is listed, where no day is chosen. */
  until: dayParam,
});

export type CalendarSearch = v.InferOutput<typeof schema>;

/** What the address of the page says; what it says wrongly counts as not said. */
export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  return v.parse(schema, search);
}
