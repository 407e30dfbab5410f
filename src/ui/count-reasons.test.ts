import { expect, it } from 'vitest';
import { reasonsText } from './count-reasons.ts';

const approved = 'Already approved. Use Change date to set a new date.';
const elsewhere = 'Already in another run. Skipped until that result is known';

it('one reason stands in full', () => {
  expect(reasonsText([approved, approved])).toBe(approved);
});

it('mixed reasons are counted, the most frequent first', () => {
  expect(reasonsText([elsewhere, ...Array<string>(1_200).fill(approved)])).toBe(
    '1,200 already approved · 1 already in another run',
  );
  expect(reasonsText(['Declined in this profile. There’s nothing to pause.', 'Already paused'])).toBe(
    '1 declined in this profile · 1 already paused',
  );
});

it('a counted reason reads on after its number', () => {
  expect(
    reasonsText([
      'The action is already in progress',
      'The action is already in progress',
      'Microsoft Graph will probably reject it: do it in Defender',
      'It ran before: Defender may refuse to run it again',
      'Warning by Defender Experts: “Contain DC-02 last.”',
    ]),
  ).toBe(
    '2 already in progress · 1 Microsoft Graph will probably reject · 1 ran before · 1 warning by Defender Experts',
  );
});
