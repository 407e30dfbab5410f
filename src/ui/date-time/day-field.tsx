import { CalendarRegular } from '@fluentui/react-icons/headless/svg/calendar';
import { lazy, Suspense } from 'react';
import { dayPattern, readDay, readerOrder, writeDay } from './day-text.ts';
import { PickerField } from './picker-field.tsx';
import { useTyped } from './use-typed.ts';

const DayCalendar = lazy(async () => ({ default: (await import('./day-calendar.tsx')).DayCalendar }));

const readOwn = (text: string) => readDay(text, readerOrder);
const writeOwn = (day: string) => writeDay(day, readerOrder);

/**
 * A day, typed or picked. While it is half typed, its value is '', and it asks for the rest: half a day never becomes
 * another one.
 *
 * @param props.value "2026-12-08", or ''
 * @param props.from the first day that can be picked, in the same form
 */
export function DayField({
  label,
  value,
  from,
  error,
  isInvalid = false,
  onChange,
  ...field
}: {
  label: string;
  value: string;
  from?: string | undefined;
  error?: string | undefined;
  isInvalid?: boolean;
  placement?: 'form' | 'row';
  describedBy?: string | undefined;
  onChange: (day: string) => void;
}) {
  const { text, isHalf, type, tidy } = useTyped(value, readOwn, writeOwn, onChange);
  return (
    <PickerField
      {...field}
      label={label}
      text={text}
      placeholder={dayPattern(readerOrder)}
      error={isHalf ? 'Enter a full date' : error}
      isInvalid={isInvalid || isHalf || error !== undefined}
      icon={CalendarRegular}
      openLabel={`Calendar: ${label}`}
      onType={type}
      onBlur={tidy}
    >
      {(close) => (
        <Suspense fallback={null}>
          <DayCalendar
            value={value}
            from={from}
            onPick={(day) => {
              onChange(day);
              close();
            }}
          />
        </Suspense>
      )}
    </PickerField>
  );
}
