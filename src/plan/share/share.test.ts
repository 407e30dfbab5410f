import { describe, expect, it } from 'vitest';
import { toProblem } from '../../lib/problem.ts';
import { stagedOf } from '../staged/test-staged.ts';
import { pack, unpack } from './pack.ts';
import { openFile, openLink, packedIn, planLink } from './plan-link.ts';
import { largestPlan, readSharedPlan, type SharedPlan, writeSharedPlan } from './shared-plan.ts';

const tenantId = '11111111-2222-3333-4444-555555555555';
const plan: SharedPlan = {
  tenantId,
  madeBy: 'dana@contoso.example',
  madeAt: 1_796_000_000_000,
  changes: [stagedOf('a', { deployAt: 1_797_000_000_000 }), stagedOf('b', { action: 'suspend' })],
};

const refusalOf = (opening: Promise<unknown>) =>
  opening.then(
    () => 'opened',
    (error: unknown) => toProblem(error).title,
  );

const changedText = 'This plan was changed after it was shared';
const noPlanText = 'This isn’t a plan of Actiondesk';
const linkText = 'This link is incomplete or was changed';
const versionText = 'This version of Actiondesk can’t read all of this plan';

/** Spoils a written plan, and signs it again or leaves its digest as it was. */
async function spoiled(spoil: (stored: Record<string, unknown>) => unknown): Promise<string> {
  return JSON.stringify(spoil(JSON.parse(await writeSharedPlan(plan))));
}

describe('a shared plan', () => {
  it('is read as it was written, from a link and from a file', async () => {
    const link = await planLink('https://desk.example', plan);
    expect(link).toMatch(/^https:\/\/desk\.example\/plan#plan=[\w-]+$/);
    const packed = packedIn(new URL(link).hash) ?? '';
    expect(await openLink(packed, tenantId.toUpperCase())).toEqual(plan);
    expect(await openFile(new File([await writeSharedPlan(plan)], 'plan.json'), tenantId)).toEqual(plan);
  });

  it('is in no other fragment', () => {
    expect(packedIn('#main')).toBeUndefined();
    expect(packedIn('')).toBeUndefined();
    expect(packedIn('plan=abc')).toBe('abc');
  });

  it('is refused in another tenant', async () => {
    expect(await refusalOf(readSharedPlan(await writeSharedPlan(plan), 'other'))).toBe(
      'This plan is for another tenant',
    );
  });

  it.each<[string, (stored: Record<string, unknown>) => unknown, string]>([
    ['a text in its place', () => 'plan', noPlanText],
    ['no format', ({ format: _, ...rest }) => rest, noPlanText],
    ['another format', (stored) => ({ ...stored, format: 'plan' }), noPlanText],
    ['another version', (stored) => ({ ...stored, version: 2 }), versionText],
    ['a version that is none', (stored) => ({ ...stored, version: 'two' }), noPlanText],
    ['another tenant', (stored) => ({ ...stored, tenantId: 'other' }), changedText],
    ['no tenant', (stored) => ({ ...stored, tenantId: '' }), noPlanText],
    ['another author', (stored) => ({ ...stored, madeBy: 'gale@contoso.example' }), changedText],
    ['an author without end', (stored) => ({ ...stored, madeBy: 'x'.repeat(600) }), noPlanText],
    ['another time', (stored) => ({ ...stored, madeAt: 1 }), changedText],
    ['a time that is none', (stored) => ({ ...stored, madeAt: 'today' }), noPlanText],
    ['fewer changes', (stored) => ({ ...stored, changes: [] }), changedText],
    ['changes that are no list', (stored) => ({ ...stored, changes: {} }), noPlanText],
    ['another digest', (stored) => ({ ...stored, digest: 'ff' }), changedText],
    ['a member more', (stored) => ({ ...stored, more: 1 }), noPlanText],
  ])('is refused with %s', async (_what, spoil, refusal) => {
    expect(await refusalOf(readSharedPlan(await spoiled(spoil), tenantId))).toBe(refusal);
  });

  it.each(['target', 'intent', 'item', 'stagedAt', 'note', 'freezeReason'])(
    'is refused when the %s of a change is edited',
    async (member) => {
      const text = await spoiled((stored) => {
        const [first, ...others] = stored.changes as Record<string, unknown>[];
        return { ...stored, changes: [{ ...first, [member]: 'edited' }, ...others] };
      });
      expect(await refusalOf(readSharedPlan(text, tenantId))).toBe(changedText);
    },
  );

  it('is refused whole where one change can’t be read, or there is none', async () => {
    const odd = { ...stagedOf('c'), intent: { kind: 'launch' } };
    expect(
      await refusalOf(
        readSharedPlan(await writeSharedPlan({ ...plan, changes: [...plan.changes, odd] }), tenantId),
      ),
    ).toBe(versionText);
    expect(await refusalOf(readSharedPlan(await writeSharedPlan({ ...plan, changes: [] }), tenantId))).toBe(
      versionText,
    );
  });

  it('is refused with more changes than a plan holds', async () => {
    const changes = Array.from({ length: 20_001 }, () => null);
    const text = await writeSharedPlan({ ...plan, changes: changes as never });
    expect(await refusalOf(readSharedPlan(text, tenantId))).toBe('This plan has too many changes');
  });

  it('is refused before it is read where the file or the link is too large', async () => {
    const file = { size: 20 * 1_048_576, text: () => Promise.reject(new Error('It was read')) };
    expect(await refusalOf(openFile(file, tenantId))).toBe('This plan is too large');
    expect(await refusalOf(openLink('a'.repeat(largestPlan + 1), tenantId))).toBe('This plan is too large');
  });

  it('stops unpacking what would become too large', async () => {
    const bomb = await pack('0'.repeat(1_000_000));
    expect(bomb.length).toBeLessThan(4_000);
    expect(await refusalOf(unpack(bomb, 10_000))).toBe('This plan is too large');
  });

  it.each([
    ['cut', (packed: string) => packed.slice(0, -9)],
    ['with a letter that no link has', (packed: string) => `${packed}%20`],
    ['empty', () => ''],
    ['of other letters', () => 'AAAA'],
    ['one letter', () => 'A'],
  ])('is refused in a link that is %s', async (_what, spoil) => {
    const packed = packedIn(new URL(await planLink('https://desk.example', plan)).hash) ?? '';
    expect([linkText, noPlanText]).toContain(await refusalOf(openLink(spoil(packed), tenantId)));
  });
});
