import { expect, it } from 'vitest';
import { selectionText } from './selection-status.tsx';

it.each([
  [4, 0, 90, '4 selected'],
  [4, 2, 90, '4 selected, 2 hidden by filters'],
  [4, 4, 0, '4 selected, 4 hidden by filters'],
  [90, 0, 90, 'All 90 selected'],
  [1, 0, 1, '1 selected'],
  [2, 1, 1, '2 selected, 1 hidden by filters'],
  [94, 4, 90, 'All 90 matching selected, and 4 hidden by filters'],
])('%i selected, %i of them hidden, %i matching: %s', (selected, hidden, matching, text) => {
  expect(selectionText({ selected, hidden, matching })).toBe(text);
});

it.each([
  [2, 2, 0, '4 selected, 2 on other tabs'],
  [1, 1, 0, '4 selected, 1 on another tab'],
  [3, 2, 0, '4 selected, 1 hidden by filters, 2 on other tabs'],
  [2, 2, 2, 'All 2 matching selected, and 2 on other tabs'],
])('%i hidden, %i of them on other tabs: says where they are', (hidden, onOtherTabs, matching, text) => {
  expect(selectionText({ selected: 4, hidden, onOtherTabs, matching })).toBe(text);
});

it('calls what no longer matches hidden only once it is', () => {
  expect(selectionText({ selected: 4, hidden: 2, matching: 90, isInSight: true })).toBe(
    '4 selected, 2 outside the filters',
  );
});
