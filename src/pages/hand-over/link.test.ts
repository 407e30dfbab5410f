import { expect, it } from 'vitest';
import { toProblem } from '../../lib/problem.ts';
import type { SentHandOver } from '../../resources/hand-over/received.ts';
import { handOverLink, openHandOver, packedIn } from './link.ts';

const sent: SentHandOver = { at: 2_000, since: 1_000, incidents: [['1', [['a', 'notStarted', 'open']]]] };
const link = () => handOverLink('https://desk.example', sent, 'contoso');

it('a link opens as it was made, and is in no other fragment', async () => {
  const { pathname, hash } = new URL(await link());
  expect(pathname).toBe('/hand-over');
  expect(await openHandOver(packedIn(hash) ?? '', 'contoso')).toEqual(sent);
  expect(packedIn('#main')).toBeUndefined();
});

it.each([
  ['cut', (packed: string) => packed.slice(0, -7)],
  ['edited', (packed: string) => `${packed.slice(0, 20)}AAAA${packed.slice(24)}`],
  ['empty', () => ''],
])('a link that is %s is refused in one way', async (_what, spoil) => {
  const packed = packedIn(new URL(await link()).hash) ?? '';
  const title = await openHandOver(spoil(packed), 'contoso').catch(
    (error: unknown) => toProblem(error).title,
  );
  expect(title).toBe('This link is incomplete or was changed');
});
