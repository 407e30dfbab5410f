import { describe, expect, it } from 'vitest';
import { deadlineOf } from './deadline.ts';

const berlin = 'Europe/Berlin';
/** 20:00 in Berlin. */
const written = Date.UTC(2026, 10, 30, 19);

const by = (
  comment: string,
  createdByDisplayName = 'Defender Experts',
  createdDateTime: number | null = written,
) => ({
  comment,
  createdByDisplayName,
  createdDateTime,
});
const read = (...comments: ReturnType<typeof by>[]) => deadlineOf(comments, berlin);
const utc = (hour: number, minute = 0, day = 30) => Date.UTC(2026, 10, day, hour, minute);

describe('a deadline', () => {
  it('is the time that a comment names, on its day, with the sentence', () => {
    expect(
      read(by('Hello. Isolate all four devices before 22:30: the operator comes back every hour. Thanks.')),
    ).toEqual({
      at: utc(21, 30),
      sentence: 'Isolate all four devices before 22:30: the operator comes back every hour.',
      comment: expect.objectContaining({ createdByDisplayName: 'Defender Experts' }),
      namesZone: false,
    });
  });

  it.each([
    ['Please isolate by 10 pm', utc(21)],
    ['Must be isolated no later than 10:30 p.m. tonight', utc(21, 30)],
    ['Reset the password until 12:15 am', utc(23, 15)],
    ['Deadline: 23:59', utc(22, 59)],
    ['Isolate before 22:30 UTC', utc(22, 30)],
    ['Isolate it by 01:00', Date.UTC(2026, 11, 1, 0)],
    ['Block 203.0.113.44 before 22:30.', utc(21, 30)],
  ])('is read from %j', (text, at) => {
    expect(read(by(text))?.at).toBe(at);
  });

  it('says when a zone is named', () => {
    expect(read(by('Isolate before 22:30 UTC'))?.namesZone).toBe(true);
  });

  it.each([
    'Isolate all four devices soon.',
    'Isolate before 3 devices are reached.',
    'Isolate before 3.',
    'Isolate before 25:00.',
    'Isolate before 22:75.',
    'Isolate before 13 pm.',
    'Isolate before 0 am.',
    'Isolate before 22:30 CET.',
    'Isolate before 22:30 on Dec 2.',
    'Isolate before 22:30 on 2 December.',
    'Isolate before 22:30 tomorrow.',
    'Isolate by 12/05 before 22:30.',
    'Isolate before 2026-12-02 22:30.',
    'Isolate before 22:30:15.',
    'Isolate before 22:30-23:00.',
    'The device was seen before 22:30.',
    'The operator leaves before 22:30.',
    'Isolate at 22:30.',
  ])('is not invented from %j', (text) => {
    expect(read(by(text))).toBeUndefined();
  });

  it('of Defender Experts counts before those of others, and a newer one before an older', () => {
    const at = (...comments: ReturnType<typeof by>[]) => read(...comments)?.at;
    expect(at(by('Isolate before 21:00', 'Priya', written + 1), by('Isolate before 22:00'))).toBe(utc(21));
    expect(at(by('Isolate before 22:00'), by('Isolate before 23:00', undefined, written + 1))).toBe(utc(22));
    expect(at(by('Isolate before 23:00', undefined, written + 1), by('Isolate before 22:00'))).toBe(utc(22));
    expect(at(by('Isolate A before 23:00. Isolate B before 22:00.'))).toBe(utc(21));
    expect(at(by('Isolate A before 22:00. Isolate B before 23:00.'))).toBe(utc(21));
    expect(at(by('Isolate before 22:00', 'Priya'))).toBe(utc(21));
    expect(read(by('Isolate before 22:00', undefined, null), by('  '))).toBeUndefined();
  });

  it('of a time that the clock skips is the first after it', () => {
    const spring = by('Isolate before 02:30', undefined, Date.UTC(2027, 2, 27, 23, 30));
    expect(read(spring)?.at).toBe(Date.UTC(2027, 2, 28, 1, 30));
  });
});
