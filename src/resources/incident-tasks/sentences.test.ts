import { expect, it } from 'vitest';
import { actionTypes } from '../../graph/incident-tasks.ts';
import { actionSentence } from './sentences.ts';

it('every action says what it does in a sentence, a selective isolation what it leaves', () => {
  for (const actionType of actionTypes) {
    expect(actionSentence({ actionType, responseAction: null })).toMatch(/^[A-Z].*\.$/);
  }
  const responseAction = { identifierValue: '', deviceId: '', isolationType: 'Selective' };
  expect(actionSentence({ actionType: 'isolateDevice', responseAction })).toContain('Teams');
  expect(actionSentence({ actionType: 'reboot' as 'text', responseAction })).toBe('');
});
