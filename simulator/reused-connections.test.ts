import { expect, it } from 'vitest';
import { isOnUsed, noteConnection, noteOpened } from './reused-connections.ts';

it('tells requests on a connection that is no new one', () => {
  const connection = {};
  const [first, second, elsewhere] = [{}, {}, {}];
  noteOpened(connection, 1_000);
  noteConnection(first, connection, 1_003);
  noteConnection(second, connection, 1_004);
  noteConnection(elsewhere, {}, 9_000);
  expect([first, second, elsewhere, undefined].map(isOnUsed)).toEqual([false, true, false, false]);
});

it('takes one that had waited for a request for one of them', () => {
  const connection = {};
  const request = {};
  noteOpened(connection, 1_000);
  noteConnection(request, connection, 1_200);
  expect(isOnUsed(request)).toBe(true);
});

it('knows nothing of a request whose connection is gone', () => {
  const request = {};
  noteConnection(request, undefined);
  expect(isOnUsed(request)).toBe(false);
});
