import { Link } from '@tanstack/react-router';
import { showHidden } from '../../lib/visible-text.ts';
import { isLookedAfter, type Surroundings, shownState } from '../../run-panel/history/rules.ts';
import { runStateText } from '../../run-panel/run-state-words.ts';
import type { Run } from '../../runs/model/run.ts';
import type { Column } from '../../ui/data-grid/row-model.ts';
import { formatMoment } from '../../ui/format.ts';
import { CountLabels, RelatedLabel, RunStateLabel, StartLabel } from './labels.tsx';
import { countsText, relatedText, searchedText, tellRun } from './words.ts';

export const runId = (run: Run) => run.id;

/** The columns of the grid "Runs". */
export function historyColumns(around: Surroundings): readonly Column<Run>[] {
  const { elsewhere, results } = around;
  const counts = (run: Run) => tellRun(run, results, (each) => isLookedAfter(each, around));
  return [
    {
      id: 'run',
      header: 'Run',
      width: 270,
      minWidth: 130,
      keep: true,
      text: ({ title }) => showHidden(title),
      sortValue: ({ title }) => title,
      render: (run) => (
        <Link to="/history/$runId" params={{ runId: run.id }} tabIndex={-1}>
          <bdi>{showHidden(run.title)}</bdi>
        </Link>
      ),
    },
    {
      id: 'outcomes',
      header: 'Results',
      width: 310,
      minWidth: 130,
      keep: true,
      text: (run) => countsText(counts(run)),
      sortValue: ({ id }) => results.needing.get(id) ?? 0,
      render: (run) => <CountLabels counts={counts(run)} />,
    },
    {
      id: 'state',
      priority: 2,
      header: 'State',
      width: 120,
      text: (run) => runStateText(shownState(run, elsewhere)),
      sortValue: (run) => runStateText(shownState(run, elsewhere)),
      render: (run) => <RunStateLabel run={run} elsewhere={elsewhere} />,
    },
    {
      id: 'started',
      priority: 2,
      header: 'Started',
      width: 184,
      keep: true,
      text: ({ startedAt }) => formatMoment(startedAt),
      sortValue: ({ startedAt }) => startedAt,
      render: (run) => <StartLabel run={run} />,
    },
    {
      id: 'related',
      priority: 4,
      header: 'Related run',
      width: 190,
      text: (run) => relatedText(run, results.related.get(run.id)),
      render: (run) => <RelatedLabel run={run} related={results.related.get(run.id)} />,
    },
    {
      id: 'note',
      priority: 3,
      header: 'Note',
      width: 90,
      grows: true,
      text: ({ note }) => showHidden(note) || '–',
      sortValue: ({ note }) => note || null,
    },
  ];
}

/** What the search looks at beside the columns that are shown. */
export const searchedColumn: Column<Run> = { id: 'searched', header: '', width: 0, text: searchedText };
