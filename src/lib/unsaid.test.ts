import { expect, it } from 'vitest';
import { unsaid } from './unsaid.ts';

it.each([
  ['Isolate device SRV-FILE-02', 'SRV-FILE-02', ''],
  ['Contain srv-file-02', 'SRV-FILE-02', ''],
  ['Stop and quarantine file a1b2', 'a1b2 on SRV-FILE-02', 'on SRV-FILE-02'],
  ['Containment requested', 'Isolate device: SRV-FILE-02', 'Isolate device: SRV-FILE-02'],
  ['NVIDIA - Display - 31.0.17.3723', '31.0.17.3723', ''],
  ['Intel - Extension - 11.0', '1.0', '1.0'],
  ['Pilot ring', '', ''],
])('beside %j, of %j is left: %j', (name, detail, expected) => {
  expect(unsaid(name, detail)).toBe(expected);
});
