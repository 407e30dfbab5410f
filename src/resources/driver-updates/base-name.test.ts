import { expect, it } from 'vitest';
import { baseName } from './base-name.ts';

it.each([
  ['Intel Corporation - Display - 31.0.101.4826', '31.0.101.4826', 'Intel Corporation - Display'],
  ['Dell Inc. - Firmware - 1.18.1', '1.18.1', 'Dell Inc. - Firmware'],
  ['Dell BIOS v1.18.1', '1.18.1', 'Dell BIOS'],
  ['Dell BIOS (1.18.1)', '1.18.1', 'Dell BIOS'],
  ['Dell BIOS (v1.18.1) for Latitude', '1.18.1', 'Dell BIOS for Latitude'],
  ['1.18.1 Dell BIOS', '1.18.1', 'Dell BIOS'],
  ['Dell Inc. - Firmware - A12', 'A12', 'Dell Inc. - Firmware'],
  // Publishers give the version in a longer or shorter form, too.
  ['Dell Inc. - Firmware - 1.18.1', '1.18.1.0', 'Dell Inc. - Firmware'],
  ['Dell Inc. - Firmware - 1.18.1', '', 'Dell Inc. - Firmware'],
])('the name of a driver without its version: %s', (name, version, expected) => {
  expect(baseName(name, version)).toBe(expected);
});

it.each([
  ['it holds none', 'Intel - net - Wi-Fi 6E AX211 160MHz', '23.10.0.8'],
  ['a number is a part of the product', 'Contoso - Port 2', '2'],
  ['a longer version holds it', 'Contoso BIOS 1.18.10', '1.18.1'],
  ['a longer version holds it at its end', 'Contoso BIOS 31.18.1', '1.18.1'],
  ['it is nothing else', '1.18.1', '1.18.1'],
  ['it is empty', '', '1.18.1'],
])('stays as it is where %s', (_where, name, version) => {
  expect(baseName(name, version)).toBe(name);
});
