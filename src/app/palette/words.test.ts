import { expect, it } from 'vitest';
import { nothingText, statusText } from './words.ts';

it('nothing is called missing while a list isn’t there', () => {
  expect(nothingText([])).toBe('Nothing matches');
  expect(nothingText(['Tasks'])).toBe('Tasks not loaded yet');
  expect(statusText(0, 'srv', ['Driver profiles', 'Tasks'])).toBe('Driver profiles, Tasks not loaded yet');
  expect(statusText(2, 'srv', [])).toBe('2 results');
  expect(statusText(2, ' ', [])).toBe('');
});
