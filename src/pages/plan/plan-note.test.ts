import { describe, expect, it } from 'vitest';
import { stagedOf } from '../../plan/staged/test-staged.ts';
import { noteOf } from './plan-note.ts';

describe('the note of the run', () => {
  const noted = (note: string, freezeReason = '') => ({ ...stagedOf('a'), note, freezeReason });

  it('is the person’s, then the notes of the changes, then the reasons for dates inside a freeze, each once', () => {
    const sent = [noted('CHG-1', 'agreed'), noted(' CHG-1 '), noted('CHG-2', 'agreed')];
    expect(noteOf(' mine ', sent)).toBe('mine; CHG-1; CHG-2; agreed');
    expect(noteOf('', [noted('')])).toBe('');
  });

  it('has an end, however much was noted', () => {
    const sent = Array.from({ length: 100 }, (_, at) => noted(`${at} `.padEnd(200, 'x')));
    const note = noteOf('mine', sent);
    expect(note).toHaveLength(1_000);
    expect(note).toMatch(/^mine; 0 x.*…$/);
  });
});
