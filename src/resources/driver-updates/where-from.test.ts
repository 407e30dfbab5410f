import { expect, it } from 'vitest';
import { catalogLink, makerLink } from './where-from.ts';

it('the catalog is searched for name and version, each once, whatever letters they hold', () => {
  const named = catalogLink({ name: 'Intel - Display - 31.0.101.6314', version: '31.0.101.6314' });
  expect(named.url).toBe(
    'https://www.catalog.update.microsoft.com/Search.aspx?q=Intel+-+Display+-+31.0.101.6314',
  );
  const hostile = new URL(catalogLink({ name: 'A&B #1"><script>', version: '2' }).url);
  expect([...hostile.searchParams]).toEqual([['q', 'A&B #1"><script> 2']]);
  expect(hostile.origin).toBe('https://www.catalog.update.microsoft.com');
});

it('a maker is known by how its name begins, and an unknown one has no page', () => {
  expect(makerLink('Dell Inc.')?.label).toBe('Dell support');
  expect(makerLink('Advanced Micro Devices, Inc.')?.label).toBe('AMD support');
  expect(makerLink('HPE Aruba')).toBeUndefined();
  expect(makerLink('Intelligent Devices')).toBeUndefined();
  expect(makerLink('')).toBeUndefined();
  expect(new URL(makerLink('Lenovo Ltd.')?.url ?? '').protocol).toBe('https:');
});
