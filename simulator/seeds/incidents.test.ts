import { describe, expect, it } from 'vitest';
import { contosoDefender } from './contoso-defender.ts';
import { incidentsDefender } from './incidents.ts';
import { largeDefender } from './large.ts';
import { brokenTasks, goneIncident, strangeDefender, strangeOverrides } from './strange.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('incidents', () => {
  const { tasks, incidents } = incidentsDefender(now);
  const there = tasks.filter(({ record }) => Date.parse(record.createdDateTime) <= now);

  it('has 40 tasks of all 16 types over 9 incidents, those of contoso among them, and two that come later', () => {
    expect(incidents).toHaveLength(9);
    expect([there.length, tasks.length]).toEqual([40, 42]);
    expect(new Set(there.map(({ record }) => record.actionType)).size).toBe(16);
    const contoso = contosoDefender(now);
    expect(tasks.slice(0, 27)).toEqual(contoso.tasks);
    expect(incidents).toEqual(expect.arrayContaining([...contoso.incidents]));
  });

  it('begins with the latest incident', () => {
    const times = incidents.map(({ record }) => Date.parse(record.createdDateTime ?? ''));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('asks for two isolations of one device, and for one and its opposite', () => {
    const on = (target: string) =>
      there.flatMap(({ record }) =>
        record.responseAction?.identifierValue === target ? [record.actionType] : [],
      );
    expect(on('FIN-LT-0244').filter((type) => type === 'isolateDevice')).toHaveLength(2);
    expect(on('SRV-FILE-02')).toEqual(['isolateDevice', 'unIsolateDevice']);
  });
});

describe('large', () => {
  it('has 1,200 tasks over 300 incidents, each with evidence of its devices', () => {
    const { tasks, incidents } = largeDefender(now);
    expect([tasks.length, incidents.length]).toEqual([1_200, 300]);
    for (const { record, alerts } of incidents) {
      const own = tasks.filter(({ incidentId }) => incidentId === record.id);
      expect(own).toHaveLength(4);
      const targets = own.filter(({ record: { actionType } }) => actionType !== 'text');
      expect(alerts[0]?.evidence.length).toBeGreaterThanOrEqual(targets.length);
    }
  });
});

describe('strange', () => {
  it('has a page of 500 tasks, three of them broken, and one whose incident is gone', () => {
    const { tasks, incidents } = strangeDefender(now);
    expect([tasks.length, incidents.length]).toEqual([500, 12]);
    expect(tasks.filter(({ incidentId }) => incidentId === goneIncident)).toHaveLength(1);
    expect(incidents.some(({ record }) => record.displayName?.length === 10_000)).toBe(true);
    expect(tasks.some(({ record }) => record.displayName.length === 10_000)).toBe(true);
    const overridden = strangeOverrides.map(({ id }) => id);
    expect(overridden).toEqual(expect.arrayContaining([...brokenTasks]));
    const known = new Set([
      ...tasks.map(({ record }) => record.id),
      ...incidents.flatMap(({ record, alerts }) => [record.id, ...alerts.map(({ id }) => id)]),
    ]);
    expect(overridden.filter((id) => !known.has(id))).toEqual([]);
  });
});
