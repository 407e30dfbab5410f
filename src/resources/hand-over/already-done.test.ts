import { expect, it } from 'vitest';
import { hour, now, of, told } from './test-hand-over.ts';
import { lineState } from './words.ts';

const on = (identifierValue: string) => ({
  responseAction: { identifierValue, isolationType: '', deviceId: '' },
});
const elsewhere = { incident: { id: '2972412' }, ...on('PC-1') };
const stateOf = (...others: ReturnType<typeof of>[]) => {
  const { incidents } = told([of('waits', on('PC-1')), ...others]);
  const line = incidents.flatMap(({ lines }) => lines).find(({ task }) => task.id === 'waits');
  return line && lineState(line, now);
};

it('says of a task that waits what another one has done to its device, or does now', () => {
  expect(stateOf()).toBe('Not started');
  expect(stateOf(of('other', { ...elsewhere, actionStatus: 'completed' }))).toMatch(
    /^Not started\. Isolated already by a task of incident 2972412\b.*[^.]$/,
  );
  const running = of('other', { ...elsewhere, actionStatus: 'inProgress', lastModifiedDateTime: 99 * hour });
  expect(stateOf(running)).toMatch(/^Not started\. 2 tasks isolate this device, .*wait for its result$/);
  expect(stateOf(of('other', elsewhere))).toBe('Not started');
});

it('puts containment first among tasks of one state', () => {
  const scan = of('scan', { actionType: 'runAntiVirusScan', ...on('PC-2') });
  const call = of('call', { actionType: 'text', responseAction: null });
  const { incidents } = told([call, scan, of('isolate', on('PC-3'))]);
  expect(incidents[0]?.lines.map(({ task }) => task.id)).toEqual(['isolate', 'scan', 'call']);
});
