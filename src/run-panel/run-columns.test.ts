import { describe, expect, it } from 'vitest';
import { actionOf } from '../actions/all.ts';
import type { Intent } from '../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import { columnsOf, headsOf, rowsOf } from './run-columns.tsx';

const progress = { state: 'done', cancelled: false, isChecking: false } as const;

describe('the columns of a run', () => {
  const several = { hasNext: false, hasTargets: true };
  const heads = (intent: Intent, shape = several) =>
    columnsOf(actionOf(intent).heads, shape).map(({ header }) => header);

  it('speak of what it changes', () => {
    const approval = { kind: 'driver-approval', action: 'approve', deployAt: null };
    expect(heads(approval)).toEqual(['Driver name', 'Profile', 'Result', 'Reason', 'Last tried']);
    // Drivers of one profile: its name is in the title of the run.
    expect(heads(approval, { ...several, hasTargets: false })).not.toContain('Profile');
    expect(heads({ kind: 'response-action' })).toEqual([
      'Task',
      'Target',
      'Result',
      'Reason',
      'Last tried',
      'Incident',
    ]);
    expect(heads({ kind: 'inventory-sync' })).toEqual(['Profile', 'Result', 'Reason', 'Last tried']);
  });

  it('name a driver with its version, where the name does not say it', () => {
    const [name] = columnsOf(
      actionOf({ kind: 'driver-approval', action: 'approve', deployAt: null }).heads,
      several,
    );
    const textOf = (detail: string) =>
      rowsOf(runOf([stepOf('1', [itemOf('a', { name: 'Pen 1.2', detail })])]), progress).map((row) =>
        name?.text(row),
      );
    expect(textOf('3.4')).toEqual(['Pen 1.2 3.4']);
    expect(textOf('1.2')).toEqual(['Pen 1.2']);
  });

  it('have a next step beside the reason where another try can’t help', () => {
    const heads = (isFinal: boolean) => {
      const item = itemOf('a', { phase: 'settled', outcome: 'rejected', isFinal });
      const run = runOf([stepOf('1', [item])], { intent: { kind: 'response-action' } });
      const hasNext = rowsOf(run, progress).some(({ next }) => next !== undefined);
      return columnsOf(headsOf(run.steps), { hasNext, hasTargets: true }).map(({ header }) => header);
    };
    expect(heads(true)).toEqual([
      'Task',
      'Target',
      'Result',
      'Reason',
      'Next step',
      'Last tried',
      'Incident',
    ]);
    expect(heads(false)).toEqual(['Task', 'Target', 'Result', 'Reason', 'Last tried', 'Incident']);
  });

  it.each([
    ['running', ['a', 'b']],
    ['paused', ['b', 'a']],
    ['done', ['b', 'a']],
  ] as const)(
    'stand above rows that open with what needs attention once nothing goes on: %s',
    (state, ids) => {
      const items = [
        itemOf('a', { phase: 'settled', outcome: 'confirmed' }),
        itemOf('b', { phase: 'settled', outcome: 'failed' }),
      ];
      expect(rowsOf(runOf([stepOf('1', items)], { state }), progress).map(({ item }) => item.id)).toEqual(
        ids,
      );
    },
  );

  it('show the incident of a task, and when it was last sent', () => {
    const attempts = [
      { clientRequestId: 'c1', ids: ['a', 'b'], sentAt: '2026-11-29T10:00:00.000Z' },
      { clientRequestId: 'c2', ids: ['a'], sentAt: '2026-11-29T10:00:07.000Z' },
    ];
    const items = [itemOf('a', { incident: '2972395' }), itemOf('b'), itemOf('c')];
    const rows = rowsOf(
      runOf([stepOf('1', items, { attempts })], { intent: { kind: 'response-action' } }),
      progress,
    );
    const textOf = (id: string, index: number) => {
      const row = rows[index];
      return (
        row &&
        columnsOf(actionOf({ kind: 'response-action' }).heads, several)
          .find((column) => column.id === id)
          ?.text(row)
      );
    };
    expect([0, 1].map((index) => textOf('incident', index))).toEqual(['2972395', '–']);
    expect(textOf('sent', 0)).toMatch(/:07/);
    expect(textOf('sent', 1)).toMatch(/:00/);
    expect(textOf('sent', 2)).toBe('–');
  });
});
