import { describe, expect, it } from 'vitest';
import { fingerprintAtOnce, itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { canonicalText, fingerprintOf, withFingerprints } from './fingerprint.ts';
import type { Intent } from './run.ts';

const approve: Intent = { kind: 'driver-approval', action: 'approve', deployAt: null };
const reviewed = { name: 'Audio', version: '1.0' };

describe('a fingerprint', () => {
  it('is the first 12 hex digits of the SHA-256 of the decision', async () => {
    expect(canonicalText(approve, 'p', 'a', reviewed)).toBe(
      '[[["action","approve"],["deployAt",null],["kind","driver-approval"]],"p","a",[["name","Audio"],["version","1.0"]]]',
    );
    expect(await fingerprintOf(approve, 'p', { id: 'a', reviewed })).toBe('266addaf25c6');
  });

  it('is the same in whatever order the facts were read', async () => {
    const turned = { version: '1.0', name: 'Audio' };
    expect(await fingerprintOf(approve, 'p', { id: 'a', reviewed: turned })).toBe(
      await fingerprintOf(approve, 'p', { id: 'a', reviewed }),
    );
  });

  it('is another for another action, date, target, item or fact, and where a fact is missing', async () => {
    const others: readonly [Intent, string, string, Readonly<Record<string, string>>][] = [
      [approve, 'p', 'a', reviewed],
      [{ ...approve, action: 'decline' }, 'p', 'a', reviewed],
      [{ ...approve, deployAt: 0 }, 'p', 'a', reviewed],
      [{ kind: 'response-action' }, 'p', 'a', reviewed],
      [{ kind: 'inventory-sync' }, 'p', 'a', reviewed],
      [approve, 'q', 'a', reviewed],
      [approve, 'p', 'b', reviewed],
      [approve, 'p', 'a', { ...reviewed, version: '2.0' }],
      [approve, 'p', 'a', { name: 'Audio' }],
      [approve, 'p', 'a', { ...reviewed, driverClass: '' }],
      [approve, 'pa', '', reviewed],
    ];
    const made = await Promise.all(
      others.map(([intent, targetId, id, facts]) => fingerprintOf(intent, targetId, { id, reviewed: facts })),
    );
    expect(new Set(made).size).toBe(others.length);
    for (const one of made) expect(one).toMatch(/^[0-9a-f]{12}$/);
  });
});

it('every item of a run has its own when the run starts', async () => {
  const run = runOf([stepOf('1', [itemOf('a'), itemOf('b')]), stepOf('2', [itemOf('a')])]);
  const { steps } = await withFingerprints(run, fingerprintOf);
  const made = steps.map(({ items }) => items.map(({ fingerprint }) => fingerprint));
  expect(made).toEqual(
    run.steps.map(({ intent, targetId, items }) =>
      items.map((item) => fingerprintAtOnce(intent, targetId, item)),
    ),
  );
  expect(new Set(made.flat()).size).toBe(3);
});
