import { expect, it } from 'vitest';
import { groupName } from './names.ts';

it('a group is called by its name, or by its id where there is none', () => {
  const group = { id: 'g', displayName: 'Pilot devices', description: '' };
  expect(groupName('g', group)).toBe('Pilot devices');
  expect(groupName('g', { ...group, displayName: '' })).toBe('g');
  expect(groupName('g', 'gone')).toBe('g (group not found)');
  expect(groupName('g', undefined)).toBe('g');
});
