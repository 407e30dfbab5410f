import { expect, it } from 'vitest';
import { quote, withoutQuote } from './quote.ts';

it.each([
  ['No.', (said: string) => `${said} Open it.`, 'Open it.'],
  ['Currently a “thing” is not supported', (said: string) => `${said} Open it.`, 'Open it.'],
  ['Two\nlines', (said: string) => `It answers so. ${said}`, 'It answers so.'],
  ['No', (said: string) => said, ''],
])('an advice can do without what Microsoft said: %j', (message, adviceOf, rest) => {
  expect(withoutQuote(adviceOf(quote(message)))).toBe(rest);
  expect(withoutQuote(rest)).toBe(rest);
});
