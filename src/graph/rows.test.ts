import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { toProblem } from '../lib/problem.ts';
import {
  countField,
  idField,
  instantField,
  memberField,
  noRows,
  readOne,
  readRows,
  textField,
} from './rows.ts';

const schema = v.object({
  id: idField,
  name: textField,
  count: countField,
  at: instantField,
  status: memberField(['needsReview', 'approved']),
});

const row = (id: unknown, rest: object = {}) => ({ id, status: 'approved', ...rest });

describe('readRows', () => {
  it('[D4 SR-23] makes fresh objects with the properties that are known', () => {
    const foreign = row('a', { name: null, count: 3, at: '2026-12-08T12:00:00Z', extra: 1 });
    const { rows, setAside, isComplete } = readRows(schema, [
      foreign,
      row('b', { status: 'Approved', at: '0001-01-01T00:00:00Z' }),
    ]);
    expect(setAside).toEqual([]);
    // Whether more pages come is not for the rows to say.
    expect([isComplete, noRows.isComplete]).toEqual([false, false]);
    expect(rows).toEqual([
      { id: 'a', name: '', count: 3, at: Date.UTC(2026, 11, 8, 12), status: 'approved' },
      { id: 'b', name: '', count: null, at: null, status: 'approved' },
    ]);
    expect(rows[0]).not.toBe(foreign);
  });

  it('keeps members of a later version as they came', () => {
    expect(readRows(schema, [row('a', { status: 'Quarantined' })]).rows[0]?.status).toBe('Quarantined');
  });

  it.each([
    ['no id', { status: 'approved' }, undefined, /^id: /],
    ['an empty id', row(''), '', /^id: is empty$/],
    ['an id that is a number', row(7), undefined, /^id: /],
    ['an endless id', row('x'.repeat(600)), `${'x'.repeat(512)}… (600 characters)`, /^id: is too long$/],
    ['a long id, whole', row('x'.repeat(512), { count: '3' }), 'x'.repeat(512), /^count: /],
    ['a status that is null', row('a', { status: null }), 'a', /^status: /],
    ['a name that is a list', row('a', { name: ['x'] }), 'a', /^name: /],
    ['a count that is a text', row('a', { count: '3' }), 'a', /^count: /],
    ['30 February', row('a', { at: '2027-02-30T00:00:00Z' }), 'a', /^at: is not a date$/],
    ['null', null, undefined, /^row: /],
    ['a text', 'row', undefined, /^row: /],
    ['a list', [], undefined, /^id: /],
    ['a planted prototype', JSON.parse('{"__proto__":{"id":"a","status":"approved"}}'), undefined, /^id: /],
  ])('[D2 D3 D8] sets a row aside and says why: %s', (_what, bad, id, reason) => {
    const { rows, setAside } = readRows(schema, [row('good'), bad, row('better')]);
    expect(rows.map((good) => good.id)).toEqual(['good', 'better']);
    expect(setAside).toEqual([{ id, reason: expect.stringMatching(reason) }]);
  });

  it('[SR-23] reads rows without a prototype, and ids that are names of one', () => {
    const bare = Object.assign(Object.create(null), row('__proto__'));
    const { rows } = readRows(schema, [bare, row('constructor')]);
    expect(rows.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(rows[0])).toBe(Object.prototype);
  });

  it('[G26 G27] goes on from earlier pages: an id counts once, the later row wins, in the earlier place', () => {
    const first = readRows(schema, [row('a', { name: 'old' }), row('b'), row('')]);
    const second = readRows(schema, [row('c'), row('a', { name: 'new' }), row(7)], first);
    expect(second.rows.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'new'],
      ['b', ''],
      ['c', ''],
    ]);
    expect(second.setAside).toHaveLength(2);
    expect(first.rows).toHaveLength(2);
  });
});

describe('readOne', () => {
  it('reads a resource', () => {
    expect(readOne(schema, row('a'))).toMatchObject({ id: 'a' });
  });

  it.each([undefined, null, {}, [], 'text', row('a', { count: '3' })])(
    'refuses %j with a problem',
    (body) => {
      try {
        readOne(schema, body);
        expect.unreachable();
      } catch (error) {
        expect(toProblem(error)).toEqual({
          kind: 'untrusted',
          title: 'Unexpected data from Microsoft Graph',
          advice:
            'The lists still work. Refresh. If it keeps happening, send the details to your Actiondesk admin.',
          raw: expect.stringMatching(/^(row|id|count): ./),
        });
      }
    },
  );
});
