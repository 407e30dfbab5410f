import { expect, it } from 'vitest';
import { nameWithVersion } from './names.ts';

it.each([
  ['Intel - Display - 31.0.101.4826', '31.0.101.4826', 'Intel - Display 31.0.101.4826'],
  ['Surface Pen', '1.0', 'Surface Pen 1.0'],
  ['Surface Pen', '', 'Surface Pen'],
  ['1.0', '1.0', '1.0 1.0'],
])('a name says its version once: %s, %s', (name, version, text) => {
  expect(nameWithVersion(name, version)).toBe(text);
});
