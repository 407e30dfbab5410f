import { expect, it } from 'vitest';
import type { IncidentComment } from '../../graph/incidents.ts';
import { warningAbout } from './held-back.ts';

function by(name: string, ...texts: string[]): IncidentComment[] {
  return texts.map((comment, at) => ({ comment, createdByDisplayName: name, createdDateTime: at }));
}
const experts = (...texts: string[]) => by('Microsoft Defender Experts', ...texts);

it('a sentence of Defender Experts that names the device and asks to hold back is a warning', () => {
  const comments = experts(
    'Contain DC-02 last, when a second domain controller answers. SRV-SQL-03 is urgent.',
  );
  expect(warningAbout('DC-02', comments)).toBe(
    'Contain DC-02 last, when a second domain controller answers.',
  );
  expect(warningAbout('dc-02.contoso.example', comments)).toBeDefined();
  expect(warningAbout('SRV-SQL-03', comments)).toBeUndefined();
  for (const text of [
    'Don’t isolate DC-02',
    'DC-02: wait for us',
    'Do not touch DC-02!',
    'Be careful with dc-02.contoso.example',
    'Leave DC-02 until 22:30',
    'Never isolate DC-02 before asking',
  ]) {
    expect(warningAbout('DC-02', experts(text)), text).toBe(text);
  }
});

it('a request to act, another device, and somebody else’s words are none', () => {
  expect(warningAbout('FIN-LT-0231', experts('Isolate FIN-LT-0231 now'))).toBeUndefined();
  expect(warningAbout('FIN-LT-0231', experts('Isolate all four devices before 22:30.'))).toBeUndefined();
  expect(warningAbout('DC-0', experts('Contain DC-02 last'))).toBeUndefined();
  expect(warningAbout('02', experts('Contain DC-02 last'))).toBeUndefined();
  expect(warningAbout('DC-02', by('Priya Nair', 'Contain DC-02 last'))).toBeUndefined();
  expect(warningAbout('', experts('Wait until tomorrow'))).toBeUndefined();
});

it('the newest warning counts, and signs of a name stand for themselves', () => {
  expect(warningAbout('DC-02', experts('DC-02 last', 'DC-02 not yet'))).toBe('DC-02 not yet');
  expect(warningAbout('PC(1)*', experts('PC(1)* last'))).toBe('PC(1)* last');
  expect(warningAbout('P+', experts('PPP last'))).toBeUndefined();
});
