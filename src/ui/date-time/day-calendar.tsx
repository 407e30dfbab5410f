import { Calendar, DayOfWeek, defaultCalendarStrings, type ICalendar } from '@fluentui/react-calendar-compat';
import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { usePreferences } from '../preferences.ts';

const strings = {
  ...defaultCalendarStrings,
  prevMonthAriaLabel: 'Previous month',
  nextMonthAriaLabel: 'Next month',
};

/** Its values are in the style sheet of the theme. */
const noTheme = {};

/** Fluent's calendar, over days as text. */
export function DayCalendar({
  value,
  from,
  onPick,
}: {
  /** "2026-12-08", or ''. */
  value: string;
  from: string | undefined;
  onPick: (day: string) => void;
}) {
  const [{ direction }] = usePreferences();
  const calendar = useRef<ICalendar>(null);
  useEffect(() => calendar.current?.focus(), []);
  const [day, first] = [toDate(value), toDate(from)];
  return (
    <FluentProvider theme={noTheme} dir={direction}>
      <Calendar
        componentRef={calendar}
        {...(day && { value: day })}
        {...(first && { minDate: first })}
        strings={strings}
        firstDayOfWeek={DayOfWeek.Monday}
        isMonthPickerVisible={false}
        showGoToToday={false}
        onSelectDate={(picked) => onPick(toText(picked))}
      />
    </FluentProvider>
  );
}

/** Midnight of a day, in this browser's zone, as the calendar counts days. */
function toDate(day: string | undefined): Date | undefined {
  const [year = 0, month = 0, date = 0] = (day ?? '').split('-').map(Number);
  return year > 0 ? new Date(year, month - 1, date) : undefined;
}

function toText(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part, index) => `${part}`.padStart(index === 0 ? 4 : 2, '0')).join('-');
}
