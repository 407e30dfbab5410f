import { ArrowDownloadRegular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { BranchCompareRegular } from '@fluentui/react-icons/headless/svg/branch-compare';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useAccount } from '../../auth/session.ts';
import type { ApprovedProfile } from '../../plan/approvals/approval.ts';
import { usePlan } from '../../plan/staged/use-plan.ts';
import { useFreezes } from '../../plan/use-freezes.ts';
import type { Snapshot } from '../../resources/driver-updates/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { MutationProblem } from '../../ui/mutation-problem.tsx';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { Popover } from '../../ui/popover.tsx';
import { saveFile, stampOf } from '../../ui/save-file.ts';
import styles from './approvals-menu.module.css';

// Neither the comparison nor the files are needed before a person asks for them.
const CompareDialog = lazy(async () => ({
  default: (await import('../../plan/approvals/compare-dialog.tsx')).CompareDialog,
}));

/** The approvals of all profiles as a file, and what differs from a file, a profile or the last visit. */
export function ApprovalsMenu({
  fleet,
  lastVisit,
  disabled,
  now,
}: {
  fleet: readonly ApprovedProfile[];
  lastVisit: Snapshot | undefined;
  /** Why neither can be done yet. */
  disabled: string | undefined;
  now: number;
}) {
  const { tenantId } = useAccount();
  const [freezes] = useFreezes();
  const [, plan] = usePlan();
  const [isComparing, setComparing] = useState(false);
  // Made once asked for: a snapshot may hold 90,000 drivers.
  const earlier = useMemo(
    () => (isComparing && lastVisit ? earlierOf(lastVisit) : undefined),
    [isComparing, lastVisit],
  );
  const save = useMutation({
    async mutationFn(format: 'json' | 'csv') {
      const { approvalsToCsv, approvalsToJson } = await import('../../plan/approvals/approvals-file.ts');
      const name = `actiondesk-approvals-${stampOf(Date.now())}.${format}`;
      if (format === 'csv') saveFile(name, 'text/csv;charset=utf-8', await approvalsToCsv(fleet));
      else saveFile(name, 'application/json', approvalsToJson(fleet, { tenantId, freezes }));
    },
    networkMode: 'always',
    retry: false,
  });
  const choices = [
    { label: 'Compare…', icon: <BranchCompareRegular />, onClick: () => setComparing(true) },
    { label: 'Export as JSON', icon: <ArrowDownloadRegular />, onClick: () => save.mutate('json') },
    { label: 'Export as CSV', icon: <ArrowDownloadRegular />, onClick: () => save.mutate('csv') },
  ];
  return (
    <>
      <Popover
        trigger={(props) => (
          <Button
            {...props}
            appearance="outline"
            shape="circular"
            size="small"
            className={styles.trigger ?? ''}
          >
            Approvals
          </Button>
        )}
      >
        {(close) => (
          <div className={styles.menu}>
            {choices.map(({ label, icon, onClick }) => (
              <Button
                key={label}
                appearance="subtle"
                icon={icon}
                disabledFocusable={disabled !== undefined}
                title={disabled}
                onClick={() => {
                  close();
                  onClick();
                }}
              >
                {label}
              </Button>
            ))}
          </div>
        )}
      </Popover>
      <MutationProblem mutation={save} context="Export" />
      {isComparing && (
        <PartBoundary name="The dialog">
          <Suspense fallback={null}>
            <CompareDialog
              fleet={fleet}
              earlier={earlier}
              tenantId={tenantId}
              now={now}
              onStage={plan.stage}
              onClose={() => setComparing(false)}
            />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}

function earlierOf({ at, profiles }: Snapshot) {
  return { at, profiles: profiles.map(({ profile, drivers }) => ({ profile, drivers: drivers() })) };
}
