import type { LateFrame } from './desk.ts';
import { DockedRuns } from './docked-runs.tsx';
import { createEngine } from './engine.ts';
import { HistoryWatch } from './history-watch.tsx';
import { IdleNotice } from './idle-notice.tsx';
import { JournalNotice } from './journal-notice.tsx';
import { Notices } from './notices/notices.tsx';
import { PlanWatch } from './plan-watch.tsx';
import { RunChip } from './run-chip.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';

const lateFrame: LateFrame = {
  DockedRuns,
  HistoryWatch,
  IdleNotice,
  JournalNotice,
  PlanWatch,
  RunChip,
  Notices,
  SignOutDialog,
};

/** What the first rows do without: the engine, and what the frame shows of it. One file, so that all comes or nothing. */
export const lateParts = { createEngine, lateFrame };
