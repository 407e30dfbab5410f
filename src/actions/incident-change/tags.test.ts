import { expect, it } from 'vitest';
import { hasTag, mergedTags, readTagList, tagList, typedTags, withoutTags } from './tags.ts';

it('tags are the same in any letter case', () => {
  expect(hasTag(['VIP'], ' vip ')).toBe(true);
  expect(hasTag(['VIP'], 'VIP2')).toBe(false);
  expect(withoutTags(['VIP', 'Night'], ['vip'])).toEqual(['Night']);
});

it('a merged list keeps what is there, without what is removed, and gains what it lacks', () => {
  expect(mergedTags(['VIP', 'Theirs', 'Old'], ['vip', 'New'], ['old'])).toEqual(['VIP', 'Theirs', 'New']);
  expect(mergedTags([], ['New'], ['Old'])).toEqual(['New']);
});

it('a list is one text, with each tag once, and read back', () => {
  expect(tagList([' VIP', 'vip', '', 'Night, late'])).toBe('["VIP","Night, late"]');
  expect(readTagList('["VIP","Night, late"]')).toEqual(['VIP', 'Night, late']);
  expect(typedTags('VIP, night ,, vip')).toEqual(['VIP', 'night']);
});

it.each(['', 'VIP', '{}', '[" VIP"]', '["VIP","vip"]', '["VIP",7]', '[ ]'])('%j is no list', (text) => {
  expect(readTagList(text)).toBeUndefined();
});
