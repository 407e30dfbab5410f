import { expect, it } from 'vitest';
import { commentsInOrder } from './comments.ts';

it('comments are read those of Defender Experts first, each part with the newest first', () => {
  const by = (createdByDisplayName: string, createdDateTime: number | null, comment = 'text') => ({
    comment,
    createdByDisplayName,
    createdDateTime,
  });
  const given = [
    by('Priya', 9),
    by('Defender Experts', 1),
    by('Sam', null),
    by('Microsoft Defender Experts', 2),
    by('', 5, ' '),
  ];
  expect(commentsInOrder(given).map(({ createdByDisplayName }) => createdByDisplayName)).toEqual([
    'Microsoft Defender Experts',
    'Defender Experts',
    'Priya',
    'Sam',
  ]);
  expect(commentsInOrder([by('Sam', null), by('Priya', 9)])[0]?.createdByDisplayName).toBe('Priya');
});
