import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { OptionalStatus, withStatus } from '../../actions/driver-approval/dialog/optional-status.tsx';
import { planDrivers } from '../../actions/driver-approval/plan.ts';
import type { Instant } from '../../lib/instant.ts';
import { type Problem, ProblemError, toProblem } from '../../lib/problem.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DialogRadios, DialogWarning } from '../../ui/dialog-parts.tsx';
import { InputField, SelectField } from '../../ui/field.tsx';
import { countOf, formatCount, formatMinute } from '../../ui/format.ts';
import { changesOf, type StagedChange } from '../staged/staged-change.ts';
import { noRoom } from '../staged/use-staging.ts';
import { type ApprovedProfile, approvalsFor, approvalsOf } from './approval.ts';
import { type ApprovalChange, differenceOf } from './difference.ts';
import { DifferenceLists } from './difference-lists.tsx';
import { largestFile, readApprovals } from './read-approvals.ts';

/** What the approvals of now are compared with. */
type Source = 'profile' | 'file' | 'lastVisit';

/**
 * Compares the approvals of now with those of another profile, a file or the last visit. What differs is staged; nothing
 * is sent from here.
 *
 * @param props.earlier as the last visit left the profiles; undefined where this browser keeps none
 * @param props.onStage gives false where the plan has no room for the changes
 */
export function CompareDialog({
  fleet,
  earlier,
  tenantId,
  now,
  onStage,
  onClose,
}: {
  fleet: readonly ApprovedProfile[];
  earlier: { readonly at: Instant; readonly profiles: readonly ApprovedProfile[] } | undefined;
  tenantId: string;
  now: Instant;
  onStage: (changes: readonly StagedChange[]) => boolean;
  onClose: () => void;
}) {
  const [source, setSource] = useState<Source>('profile');
  const [fromId, setFromId] = useState('');
  const [intoId, setIntoId] = useState('');
  const [included, setIncluded] = useState<readonly string[]>([]);
  const [full, setFull] = useState<Problem>();
  const file = useMutation({ mutationFn: readFile, networkMode: 'always', retry: false });

  const from = fleet.find(({ profile }) => profile.id === fromId);
  const into = fleet.find(({ profile }) => profile.id === intoId);
  const wanted = useMemo(() => {
    switch (source) {
      case 'profile':
        return from?.drivers && into && from !== into ? approvalsFor(into.profile, from.drivers) : undefined;
      case 'file':
        return file.data?.approvals;
      case 'lastVisit':
        return earlier && approvalsOf(earlier.profiles);
    }
  }, [source, from, into, file.data, earlier]);
  const difference = useMemo(
    () => wanted && differenceOf(wanted, fleet, { keepsDates: source === 'profile', now }),
    [wanted, fleet, source, now],
  );
  const { changes, optional } = useMemo(
    () => sortChanges(difference?.changes ?? [], included),
    [difference, included],
  );
  const isOfOtherTenant =
    source === 'file' &&
    file.data !== undefined &&
    file.data.tenantId !== '' &&
    file.data.tenantId !== tenantId;
  const options = fleet.map(({ profile, drivers }) => ({
    value: profile.id,
    label: drivers ? profileName(profile) : `${profileName(profile)} (not loaded)`,
  }));

  return (
    <ConfirmDialog
      title="Compare approvals"
      context="Nothing is sent from here. What differs joins the plan, where you review it."
      isStarting={false}
      problem={full ?? (source === 'file' && file.error ? toProblem(file.error) : undefined)}
      onClose={onClose}
      confirm={{
        label: changes.length > 0 ? `Stage ${countOf(changes.length, 'change')}` : 'Stage changes',
        disabled: whyNot(),
        onConfirm() {
          if (onStage(stagedOf(changes))) onClose();
          else setFull(noRoom);
        },
      }}
    >
      <DialogRadios<Source>
        legend="Compare with"
        value={source}
        onChange={setSource}
        options={[
          {
            value: 'profile',
            label: 'Another profile',
            hint: 'What one profile has approved, for another one.',
          },
          { value: 'file', label: 'A file', hint: 'Approvals exported as JSON or CSV, edited or not.' },
          {
            value: 'lastVisit',
            label: 'The last visit',
            hint: earlier
              ? `As this browser last saw the profiles on ${formatMinute(earlier.at)}.`
              : 'This browser keeps no earlier visit yet.',
          },
        ]}
      />
      {source === 'profile' && (
        <>
          <SelectField
            label="Approved in"
            placeholder="Choose a profile"
            options={options}
            value={fromId}
            onChange={setFromId}
          />
          <SelectField
            label="Approve in"
            placeholder="Choose a profile"
            options={options.filter(({ value }) => value !== fromId)}
            value={intoId}
            onChange={setIntoId}
          />
        </>
      )}
      {source === 'file' && (
        <InputField
          type="file"
          label="File of approvals"
          accept=".json,.csv,application/json,text/csv"
          hint="JSON, or CSV with at least the columns profileName, name, version, and approvalStatus."
          onChange={({ target: { files } }) => {
            const [chosen] = files ?? [];
            if (chosen) file.mutate(chosen);
            else file.reset();
          }}
        />
      )}
      {isOfOtherTenant && (
        <DialogWarning>
          This file is of another tenant. Profiles are matched by name, and drivers by their catalog ID.
        </DialogWarning>
      )}
      {difference && (
        <DifferenceLists
          difference={{ ...difference, changes }}
          unreadable={source === 'file' ? (file.data?.unreadable ?? 0) : 0}
        />
      )}
      {optional.map((some) => (
        <OptionalStatus
          key={some.status}
          some={some}
          isIncluded={included.includes(some.status)}
          onChange={(isIncluded) => setIncluded(withStatus(included, some.status, isIncluded))}
        />
      ))}
    </ConfirmDialog>
  );

  function whyNot(): string | undefined {
    if (source === 'profile' && !wanted) {
      if (from && !from.drivers) return 'The drivers of this profile haven’t loaded';
      return 'Choose two profiles';
    }
    if (source === 'file' && !wanted) return file.isPending ? 'Reading the file…' : 'Choose a file';
    if (!wanted) return 'There is no earlier visit to compare with';
    return changes.length === 0 ? 'Nothing differs that can be changed' : undefined;
  }
}

/** @throws ProblemError for a file that is too large or holds no approvals */
async function readFile(file: File) {
  if (file.size > largestFile) {
    throw new ProblemError({
      kind: 'badInput',
      title: 'This file is too large',
      advice: `It has ${formatCount(Math.ceil(file.size / 1_048_576))} MB. Choose a file of at most ${largestFile / 1_048_576} MB.`,
    });
  }
  return readApprovals(await file.text());
}

/** The changes to stage. An approval ends a decline or a pause for good: those are staged where a person says so. */
function sortChanges(all: readonly ApprovalChange[], included: readonly string[]) {
  const isOptional = ({ request, driver }: ApprovalChange, status: string) =>
    request === 'approve' && driver.approvalStatus === status;
  const optional = (['declined', 'suspended'] as const)
    .map((status) => ({
      status,
      drivers: all.filter((change) => isOptional(change, status)).map(({ driver }) => driver),
    }))
    .filter(({ drivers }) => drivers.length > 0);
  const left = optional.map(({ status }) => status).filter((status) => !included.includes(status));
  return {
    optional,
    changes: all.filter((change) => !left.some((status) => isOptional(change, status))),
  };
}

function stagedOf(changes: readonly ApprovalChange[]): readonly StagedChange[] {
  const now = Date.now();
  return changes.flatMap(({ request, profile, driver, deployAt }) =>
    changesOf(planDrivers(request, profile, [driver], { deployAt, note: '' }), now),
  );
}
