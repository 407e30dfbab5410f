import { expect, it } from 'vitest';
import { alertTimeline, spanText } from './alert-timeline.ts';
import { testAlert, testEvidence } from './test-alerts.ts';

it('alerts come with the newest first, those without a time last, with what they are about', () => {
  const device = testEvidence('device', { hostName: 'SRV-FILE-02' });
  const url = testEvidence('url', { url: 'https://a.example' });
  const { entries, span } = alertTimeline([
    testAlert({ id: 'none' }),
    testAlert({ id: 'old', firstActivityDateTime: 1_000, lastActivityDateTime: 9_000 }, [url]),
    testAlert({ id: 'new', createdDateTime: 5_000 }, [url, device]),
    testAlert({ id: 'none too' }),
  ]);
  expect(entries.map(({ alert, about }) => [alert.id, about])).toEqual([
    ['new', 'SRV-FILE-02'],
    ['old', 'https://a.example'],
    ['none', ''],
    ['none too', ''],
  ]);
  expect(span).toBe(8_000);
  expect(alertTimeline([testAlert({ createdDateTime: 1 })]).span).toBeUndefined();
});

it('their span is told in two units at most', () => {
  const minute = 60_000;
  const spans = [0, 40_000, 12 * minute, 60 * minute, 186 * minute, 47 * 60 * minute, 52 * 60 * minute];
  expect(spans.map(spanText)).toEqual(['', '1 min', '12 min', '1 h', '3 h 6 min', '47 h', '2 d 4 h']);
});
