import { expect, it } from 'vitest';
import { schemaVersion } from '../../runs/journal/records.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { runsToJson } from './export-json.ts';

it('[SR-32] holds every step, attempt and item, and neither the account nor what the journal would not keep', () => {
  const attempts = [{ clientRequestId: 'c1', ids: ['a'], sentAt: '2026-01-01T00:00:00.000Z', status: 200 }];
  const step = stepOf('1', [itemOf('a', { phase: 'settled', outcome: 'failed' })], {
    attempts,
    problem: { kind: 'rejected', title: 'Refused', advice: 'Read', raw: 'word by word', claims: '{}' },
  });
  const run = runOf([step], { accountKey: 'hash-of-anna', note: 'ask anna@contoso.example' });
  const text = runsToJson([run], { username: 'dana@contoso.example', displayName: 'Dana Driver' }, 0);
  expect(text).not.toMatch(/hash-of-anna|accountKey|anna@|word by word|claims/);
  expect(JSON.parse(text)).toMatchObject({
    schemaVersion,
    exportedAt: '1970-01-01T00:00:00.000Z',
    runs: [
      {
        signedInAs: { username: 'dana@contoso.example', displayName: 'Dana Driver' },
        id: 'run',
        note: 'ask [address]',
        steps: [{ targetId: 'target 1', attempts, items: [{ id: 'a' }] }],
      },
    ],
  });
});
