import { describe, expect, it } from 'vitest';
import { compileFilter, type FilterFields, FilterRefused } from './filter.ts';

interface Row {
  readonly status: string;
  readonly kind: string;
  readonly at: string;
}
const fields: FilterFields<Row> = {
  status: { read: (row) => row.status, operators: ['eq'], kind: ['open', 'closed'] },
  name: { read: (row) => row.kind, operators: ['eq', 'startswith'], kind: 'text', caseless: true },
  'kind/id': { read: (row) => row.kind, operators: ['eq'], kind: 'text' },
  at: { read: (row) => row.at, operators: ['eq', 'ge', 'lt'], kind: 'dateTime' },
};
const row: Row = { status: 'open', kind: "it's", at: '2026-01-02T00:00:00.0000000Z' };
const holds = (filter: string) => compileFilter(filter, fields)(row);

describe('compileFilter', () => {
  it.each([
    ["status eq 'open'", true],
    ["status eq 'closed'", false],
    ["STATUS eq 'open'", true],
    ["kind/id eq 'it''s'", true],
    ["(status eq 'closed' or status eq 'open') and at ge 2026-01-02T01:00:00+01:00", true],
    ['at ge 2026-01-02', true],
    ["name eq 'IT''S'", true],
    ["startswith(name,'IT')", true],
    ["startsWith( name , 't') or status eq 'closed'", false],
    ["(startswith(name,'it')) and status eq 'open'", true],
    ["status eq 'open' or status eq 'closed' and at lt 2020-01-01T00:00:00Z", true],
    ["(status eq 'open' or status eq 'closed') and at lt 2020-01-01T00:00:00Z", false],
  ])('%s is %s', (filter, expected) => {
    expect(holds(filter)).toBe(expected);
  });

  it.each([
    "status ne 'open'",
    "status eq 'Open'",
    'status eq open',
    "at ge '2026-01-02'",
    'at ge soon',
    'at ge 2026-02-30T00:00:00Z',
    "constructor eq 'x'",
    "startswith(status,'o')",
    'startswith(name,it)',
    "startswith(name 'it')",
    "startswith(name,'it'",
    "startswith(at,'2026')",
    'startswith',
    "name,kind eq 'x'",
    "status eq 'open' and",
    "(status eq 'open'",
    "status eq 'open')",
    "status eq 'open",
    'status',
    '',
  ])('refuses %j', (filter) => {
    expect(() => holds(filter)).toThrow(FilterRefused);
  });
});
