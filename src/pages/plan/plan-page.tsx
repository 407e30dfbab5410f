import { ArrowDownloadRegular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { ArrowUndoRegular } from '@fluentui/react-icons/headless/svg/arrow-undo';
import { DeleteRegular } from '@fluentui/react-icons/headless/svg/delete';
import { FolderOpenRegular } from '@fluentui/react-icons/headless/svg/folder-open';
import { LinkRegular } from '@fluentui/react-icons/headless/svg/link';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useAccount } from '../../auth/session.ts';
import { longestLink, planLink } from '../../plan/share/plan-link.ts';
import { type SharedPlan, writeSharedPlan } from '../../plan/share/shared-plan.ts';
import { DiscardDialog } from '../../plan/staging-bar/discard-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandBar } from '../../ui/command-bar.tsx';
import { countOf } from '../../ui/format.ts';
import { EmptyState, Page } from '../../ui/page.tsx';
import { saveFile, stampOf } from '../../ui/save-file.ts';
import { Age } from '../../ui/time.tsx';
import { ChangeTable } from './change-table.tsx';
import { PlanAside } from './plan-aside.tsx';
import { PlanNotes } from './plan-notes.tsx';
import styles from './plan-page.module.css';
import { SharedPlanDialog } from './shared-plan-dialog.tsx';
import { TimelineChart } from './timeline-chart.tsx';
import { useOpenedPlan } from './use-opened-plan.ts';
import { type PlanFacts, usePlanFacts } from './use-plan-facts.ts';

const route = getRouteApi('/plan');

/** What a person means to change, from anywhere: checked against the current state, and started as one run. */
export function PlanPage() {
  const { graph, runner } = route.useRouteContext();
  const facts = usePlanFacts(graph, runner);
  const { plan, store, read, lines } = facts;
  const { opened, openFile, close } = useOpenedPlan();
  const [told, setTold] = useState('');
  return (
    <Page
      title="Plan"
      facts={<Facts facts={facts} told={told} />}
      commands={<Commands facts={facts} onTell={setTold} onFile={openFile} />}
    >
      {lines.length === 0 ? (
        <>
          <PlanNotes facts={facts} />
          {plan.isLoaded && <NothingStaged />}
        </>
      ) : (
        <div className={styles.layout}>
          <div className={styles.main} aria-busy={read.isFetching}>
            <PlanNotes facts={facts} />
            <TimelineChart timeline={facts.timeline} seen={facts.seen} />
            <ChangeTable facts={facts} onRemove={(key) => store.remove([key])} />
          </div>
          <PlanAside facts={facts} runner={runner} />
        </div>
      )}
      {opened && <SharedPlanDialog opened={opened} runner={runner} onClose={close} />}
    </Page>
  );
}

function Facts({ facts: { plan, read, isChecked }, told }: { facts: PlanFacts; told: string }) {
  const since = Math.min(...[...plan.changes.values()].map(({ stagedAt }) => stagedAt));
  return (
    <>
      {plan.changes.size > 0 && (
        <>
          <span>
            {countOf(plan.changes.size, 'change')} staged, the first <Age instant={since} />
          </span>
          <span>
            {isChecked ? (
              <>
                Checked <Age instant={read.dataUpdatedAt} />
              </>
            ) : read.isFetching ? (
              'Checking the current state…'
            ) : (
              'Not checked'
            )}{' '}
            <Button
              appearance="transparent"
              size="small"
              className={styles.again ?? ''}
              disabledFocusable={read.isFetching}
              onClick={() => void read.refetch()}
            >
              Check again
            </Button>
          </span>
        </>
      )}
      <span role="status">{told}</span>
    </>
  );
}

function Commands({
  facts: { plan, store },
  onTell,
  onFile,
}: {
  facts: PlanFacts;
  onTell: (text: string) => void;
  onFile: (file: File) => void;
}) {
  const { tenantId, username } = useAccount();
  const [isDiscarding, setDiscarding] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const isEmpty = plan.changes.size === 0 ? 'Nothing is staged' : undefined;
  const shared = (): SharedPlan => ({
    tenantId,
    madeBy: username,
    madeAt: Date.now(),
    changes: [...plan.changes.values()],
  });
  return (
    <>
      <CommandBar
        label="Commands"
        commands={[
          {
            label: 'Copy link',
            icon: LinkRegular,
            disabled: isEmpty,
            onRun: () => void copyLink(shared()).then(onTell),
          },
          {
            label: 'Export plan',
            icon: ArrowDownloadRegular,
            disabled: isEmpty,
            onRun: () => void exportPlan(shared()),
          },
          {
            label: 'Open file…',
            icon: FolderOpenRegular,
            onRun: () => picker.current?.click(),
          },
          {
            label: 'Undo',
            key: 'Z',
            icon: ArrowUndoRegular,
            disabled: plan.canUndo ? undefined : 'Nothing was staged or removed since the page was loaded',
            onRun: () => store.undo(),
          },
          {
            label: 'Discard…',
            icon: DeleteRegular,
            disabled: isEmpty,
            onRun: () => setDiscarding(true),
          },
        ]}
      />
      <input
        ref={picker}
        type="file"
        className={styles.file}
        accept=".json,application/json"
        aria-label="Plan file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen once more.
          target.value = '';
        }}
      />
      {isDiscarding && <DiscardDialog onClose={() => setDiscarding(false)} />}
    </>
  );
}

function NothingStaged() {
  return (
    <EmptyState title="Nothing staged.">
      <p>
        Stage from Review or Driver updates. “Stage” stands beside the button that sends, in the dialogs for
        drivers, profiles and tasks. Staged changes wait here until you start them as one run.
      </p>
      <p className={styles.links}>
        <Link to="/review">Review</Link>
        <Link to="/driver-updates">Driver updates</Link>
        <Link to="/profiles">Driver profiles</Link>
      </p>
    </EmptyState>
  );
}

/** What the page says of it. */
async function copyLink(plan: SharedPlan): Promise<string> {
  try {
    const link = await planLink(location.origin, plan);
    if (link.length > longestLink) return 'Too many changes for a link. Export the plan as a file instead.';
    await navigator.clipboard.writeText(link);
    return 'Link copied. Anyone who opens it sees the plan, after a sign-in to this tenant.';
  } catch {
    return 'Couldn’t copy the link. Export the plan as a file instead.';
  }
}

async function exportPlan(plan: SharedPlan): Promise<void> {
  saveFile(`actiondesk-plan-${stampOf(plan.madeAt)}.json`, 'application/json', await writeSharedPlan(plan));
}
