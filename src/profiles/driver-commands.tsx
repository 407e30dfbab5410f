import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { CalendarRegular } from '@fluentui/react-icons/svg/calendar';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import * as v from 'valibot';
import type { Driver } from '../graph/driver-inventories.ts';
import type { DriverProfile } from '../graph/driver-profiles.ts';
import { toProblem } from '../lib/problem.ts';
import { useStartRun } from '../run-panel/use-start-run.ts';
import type { Runner } from '../runs/runner.ts';
import { ClearButton } from '../ui/clear-button.tsx';
import { CommandBar } from '../ui/command-bar.tsx';
import type { RowView } from '../ui/data-grid/row-model.ts';
import { formatCount } from '../ui/format.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import { useKeptState } from '../ui/use-kept-state.ts';
import type { ActionDraft } from './action-dialog.tsx';
import { planSync, whyNoSync } from './plans.ts';
import { type DriverRequest, whyNot } from './rules.ts';

// Dialog, date arithmetic and time zones are loaded when somebody is about to act.
const loadDialog = () => import('./action-dialog.tsx');
const ActionDialog = lazy(async () => ({ default: (await loadDialog()).ActionDialog }));

const requests = [
  { request: 'approve', label: 'Approve', icon: CheckmarkRegular, isPrimary: true },
  { request: 'decline', label: 'Decline', icon: ProhibitedRegular, isPrimary: false },
  { request: 'suspend', label: 'Suspend', icon: PauseRegular, isPrimary: false },
  { request: 'changeDate', label: 'Change date', icon: CalendarRegular, isPrimary: false },
] as const;

const draftSchema = v.object({
  request: v.picklist(['approve', 'decline', 'suspend', 'changeDate']),
  date: v.string(),
  note: v.string(),
});

function readDraft(kept: unknown): ActionDraft | undefined {
  const parsed = v.safeParse(draftSchema, kept);
  return parsed.success ? parsed.output : undefined;
}

/** Acts on the selected drivers, after a review. */
export function DriverCommands({
  profileId,
  profile,
  drivers,
  isReading,
  view,
  selection,
  onSelectionChange,
  runner,
}: {
  profileId: string;
  /** Undefined while it is read. */
  profile: DriverProfile | undefined;
  drivers: readonly Driver[];
  /** More drivers may come. */
  isReading: boolean;
  view: RowView<Driver>;
  selection: ReadonlySet<string>;
  onSelectionChange: (
    next: ReadonlySet<string> | ((now: ReadonlySet<string>) => ReadonlySet<string>),
  ) => void;
  runner: Runner;
}) {
  const [draft, setDraft] = useKeptState<ActionDraft | null>(
    `action.${profileId}`,
    null,
    (value) => value,
    readDraft,
  );
  const start = useStartRun(runner, (ids) => onSelectionChange((now) => new Set([...now, ...ids])));
  const startSync = useStartRun(runner);
  const selected = useMemo(() => drivers.filter(({ id }) => selection.has(id)), [drivers, selection]);
  const isAboutToAct = selected.length > 0;
  useEffect(() => {
    // The network may be gone by the click. A failure is told when the dialog is opened.
    if (isAboutToAct) loadDialog().catch(() => undefined);
  }, [isAboutToAct]);
  const visible = useMemo(() => countVisible(view, selection), [view, selection]);
  const hidden = selected.length - visible;
  // After a trip to the sign-in page, a dialog must not decide on the first page of its selection alone.
  const [hasRead, setHasRead] = useState(!isReading);
  if (!isReading && !hasRead) setHasRead(true);
  const isAllHere = hasRead || selected.length === selection.size;

  const open = (request: DriverRequest) => {
    start.reset();
    setDraft({ request, date: '', note: '' });
  };

  return (
    <>
      <CommandBar
        label="Commands"
        commands={[
          ...requests.map(({ request, label, icon, isPrimary }) => ({
            label,
            icon,
            isPrimary,
            disabled: whyNone(request, selected),
            onRun: () => open(request),
          })),
          {
            label: 'Sync inventory',
            icon: ArrowSyncRegular,
            disabled: startSync.isPending ? 'The request is on its way' : whyNoSync(profile),
            onRun: () => profile && startSync.mutate(planSync(profile)),
          },
        ]}
      >
        {selected.length > 0 && (
          <>
            <span role="status">
              {formatCount(selected.length)} selected
              {hidden > 0 && `, ${formatCount(hidden)} of them hidden by filters`}
            </span>
            <ClearButton onClear={() => onSelectionChange(new Set())}>Clear selection</ClearButton>
          </>
        )}
      </CommandBar>
      {startSync.error && (
        <ProblemBanner
          problem={toProblem(startSync.error)}
          context="Sync inventory"
          onDismiss={() => startSync.reset()}
        />
      )}
      {draft && profile && isAllHere && (
        <Suspense fallback={null}>
          <ActionDialog
            draft={draft}
            onDraftChange={setDraft}
            profile={profile}
            drivers={selected}
            hidden={hidden}
            isStarting={start.isPending}
            problem={start.error ? toProblem(start.error) : undefined}
            onClose={() => setDraft(null)}
            onStart={(plan) =>
              start.mutate(plan, {
                onSuccess() {
                  setDraft(null);
                  onSelectionChange(new Set());
                },
              })
            }
          />
        </Suspense>
      )}
    </>
  );
}

/** Why a request cannot be made of any selected driver; undefined when it can of at least one. */
function whyNone(request: DriverRequest, selected: readonly Driver[]): string | undefined {
  const [first] = selected;
  if (!first) return 'Select drivers first';
  if (selected.some((driver) => whyNot(request, driver) === undefined)) return undefined;
  return selected.length === 1 ? whyNot(request, first) : 'None of the selected drivers allows it';
}

function countVisible(view: RowView<Driver>, selection: ReadonlySet<string>): number {
  if (selection.size === 0) return 0;
  let count = 0;
  for (let position = 0; position < view.matching; position += 1) {
    if (selection.has(view.at(position).id)) count += 1;
  }
  return count;
}
