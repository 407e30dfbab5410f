import { Link } from '@tanstack/react-router';
import type { NextStep, ResultHeads } from '../actions/action.ts';
import { actionOf } from '../actions/all.ts';
import { unsaid } from '../lib/unsaid.ts';
import { showHidden } from '../lib/visible-text.ts';
import { intentsOf } from '../runs/action.ts';
import type { Attempt, Intent, Item, Run, Step } from '../runs/model/run.ts';
import type { Column } from '../ui/data-grid/row-model.ts';
import { formatClock, formatMoment } from '../ui/format.ts';
import { nextStepFor } from './next-step.ts';
import { type RunProgress, resultOf, resultOrder, stateText } from './result-words.ts';
import { ItemStateLabel } from './results.tsx';
import styles from './run-columns.module.css';

/** One item of a run as a row. */
export interface ResultRow {
  readonly id: string;
  readonly item: Item;
  readonly target: string;
  /** When a request for it was last sent: epoch ms; null where none was. */
  readonly sentAt: number | null;
  /** What a command would do for it; where none helps, what a person can do. */
  readonly next: NextStep | undefined;
  readonly progress: RunProgress;
}

const result: Column<ResultRow> = {
  id: 'outcome',
  header: 'Result',
  width: 230,
  minWidth: 172,
  keep: true,
  text: ({ item, progress }) => stateText(item, progress),
  render: ({ item, progress }) => <ItemStateLabel item={item} progress={progress} />,
};

const reason: Column<ResultRow> = {
  id: 'reason',
  header: 'Reason',
  width: 290,
  minWidth: 160,
  grows: true,
  text: ({ item }) => reasonOf(item),
};

const sent: Column<ResultRow> = {
  id: 'sent',
  priority: 3,
  header: 'Last tried',
  width: 110,
  text: ({ sentAt }) => (sentAt === null ? '–' : formatClock(sentAt)),
  render: ({ sentAt }) =>
    sentAt === null ? (
      '–'
    ) : (
      <time dateTime={new Date(sentAt).toISOString()} title={formatMoment(sentAt)}>
        {formatClock(sentAt)}
      </time>
    ),
};

function nameColumn(header: string, hasDetail: boolean): Column<ResultRow> {
  const besideOf = ({ item }: ResultRow) => (hasDetail ? unsaid(item.name, item.detail) : '');
  return {
    id: 'name',
    header,
    width: 300,
    keep: true,
    text: (row) => [row.item.name, besideOf(row)].filter(Boolean).join(' '),
    render: (row) => (
      <>
        <bdi>{showHidden(row.item.name)}</bdi>
        {besideOf(row) && (
          <>
            {' '}
            <bdi className={styles.beside}>{showHidden(besideOf(row))}</bdi>
          </>
        )}
      </>
    ),
  };
}

function detailColumn(header: string): Column<ResultRow> {
  return { id: 'detail', priority: 4, header, width: 160, text: ({ item }) => item.detail || '–' };
}

/** The heads of a run's columns: those of its action, or plain ones where it has several. */
export function headsOf(parts: readonly { readonly intent: Intent }[]): ResultHeads {
  const [only = mixedHeads, ...others] = new Set(intentsOf(parts).map((intent) => actionOf(intent).heads));
  return others.length === 0 ? only : mixedHeads;
}

const mixedHeads: ResultHeads = { name: 'Name', detail: 'Detail', target: 'Target' };

/** The columns of a run, in the words of its action: none where all rows would say the same. */
export function columnsOf(
  { name, detail, isDetailInName = false, target, incident }: ResultHeads,
  { hasNext, hasTargets }: { hasNext: boolean; hasTargets: boolean },
): readonly Column<ResultRow>[] {
  return [
    nameColumn(name, isDetailInName),
    ...(detail === undefined ? [] : [detailColumn(detail)]),
    ...(target === undefined || !hasTargets ? [] : [targetColumn(target)]),
    result,
    reason,
    ...(hasNext ? [nextStep] : []),
    sent,
    ...(incident === undefined ? [] : [incidentColumn(incident)]),
  ];
}

function targetColumn(header: string): Column<ResultRow> {
  return { id: 'target', priority: 2, header, width: 170, text: (row) => row.target };
}

function incidentColumn(header: string): Column<ResultRow> {
  return { id: 'incident', priority: 3, header, width: 110, text: ({ item }) => item.incident || '–' };
}

const nextStep: Column<ResultRow> = {
  id: 'next',
  priority: 2,
  header: 'Next step',
  width: 250,
  minWidth: 140,
  keep: true,
  text: ({ next }) => next?.text ?? '–',
  render: ({ next }) => <NextStepLink next={next} />,
};

function NextStepLink({ next }: Pick<ResultRow, 'next'>) {
  if (next?.task !== undefined) {
    const { incidentId, taskId } = next.task;
    return (
      <Link to="/incidents/$incidentId" params={{ incidentId }} search={{ task: taskId }}>
        {next.text}
      </Link>
    );
  }
  if (next?.href === undefined) return next?.text ?? '–';
  return (
    <a href={next.href} target="_blank" rel="noopener noreferrer">
      {next.text}
    </a>
  );
}

/** The reason for a result, and the task that undoes the action, where there is one. */
function reasonOf({ reason: why, undo, outcome }: Item): string {
  const isDone = outcome === 'started' || outcome === 'completed' || outcome === 'partiallyCompleted';
  return [why, isDone && undo !== '' ? `To undo it, run: ${undo}` : ''].filter(Boolean).join('. ');
}

/**
 * The items of a run as rows: in the order of its requests while it goes on, then what needs attention first. The grid
 * keeps each row on its line until a person updates the order or opens the run again.
 */
export function rowsOf(
  run: Run,
  progress: RunProgress,
  nextOf: (step: Step, item: Item) => NextStep | undefined = nextStepFor,
): readonly ResultRow[] {
  const rows = run.steps.flatMap((step) => {
    const sentTimes = lastSent(step);
    return step.items.map((item) => ({
      id: `${step.id} ${item.id}`,
      item,
      target: step.targetName,
      sentAt: sentTimes.get(item.id) ?? null,
      next: nextOf(step, item),
      progress,
    }));
  });
  const rank = ({ item }: ResultRow) => resultOrder.indexOf(resultOf(item, run));
  return run.state === 'done' || run.state === 'paused' ? rows.toSorted((a, b) => rank(a) - rank(b)) : rows;
}

/** When each item of a step was last sent, by its id: later attempts hold fewer items. */
function lastSent({ attempts }: Pick<Step, 'attempts'>): ReadonlyMap<string, number> {
  const times = (attempt: Attempt) => attempt.ids.map((id) => [id, Date.parse(attempt.sentAt)] as const);
  return new Map(attempts.flatMap(times));
}
