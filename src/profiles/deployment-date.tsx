import type { Deployment } from '../actions/driver-approval/local-time.ts';
import { InputField } from '../ui/field.tsx';
import { formatMoment } from '../ui/format.ts';

/**
 * From when Windows Update offers the drivers: typed in this browser's zone, shown in UTC as well. Times that the
 * clocks skip or show twice are resolved aloud.
 */
export function DeploymentDate({
  value,
  deployment,
  zone,
  isRequired,
  onChange,
}: {
  value: string;
  deployment: Deployment;
  zone: string;
  isRequired: boolean;
  onChange: (value: string) => void;
}) {
  const { instant, kind, error } = deployment;
  return (
    <InputField
      label={isRequired ? 'New deployment date' : 'Deployment date (optional)'}
      type="datetime-local"
      value={value}
      required={isRequired}
      onChange={({ target }) => onChange(target.value)}
      error={value === '' ? undefined : error}
      hint={
        instant !== null && error === undefined ? (
          <>
            Offered from {formatMoment(instant)}, zone {zone}.
            {kind === 'skipped' && ' The clocks skip the time you chose: this is the hour after it.'}
            {kind === 'twice' && ' The clocks show that time twice: this is the first of the two.'}
          </>
        ) : (
          `${isRequired ? '' : 'Empty: as soon as possible. '}Your zone: ${zone}.`
        )
      }
    />
  );
}
