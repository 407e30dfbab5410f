import { describe, expect, it } from 'vitest';
import { taskOf } from '../../runs/testing/test-runs.ts';
import { undoOf } from './undo.ts';

const device = (id: string) => ({ identifierValue: `PC ${id}`, isolationType: 'full', deviceId: id });
const isolate = { ...taskOf('1', 'notStarted'), responseAction: device('a'), incident: { id: 'i-1' } };
const release = { ...isolate, id: '2', actionType: 'unIsolateDevice' as const };

describe('the task that takes an isolation back', () => {
  it('is the release of the same device', () => {
    const other = { ...release, id: '3', responseAction: device('b') };
    expect(undoOf(isolate, [isolate, other, release])).toBe(release);
  });

  it('is one of the same incident, if there is one', () => {
    const elsewhere = { ...release, id: '3', incident: { id: 'i-2' } };
    expect(undoOf(isolate, [elsewhere, release])).toBe(release);
    expect(undoOf(isolate, [elsewhere])).toBe(elsewhere);
  });

  it('goes by the name where there is no device id', () => {
    const named = { identifierValue: 'SRV-01', isolationType: '', deviceId: '' };
    const released = { ...release, responseAction: { ...named, identifierValue: 'srv-01' } };
    expect(undoOf({ ...isolate, responseAction: named }, [released])).toBe(released);
  });

  it.each([
    ['has no inverse', { ...isolate, actionType: 'runAntiVirusScan' as const }],
    ['is not known', { ...isolate, actionType: 'explode' }],
    ['names no target', { ...isolate, responseAction: null }],
  ])('is not there when its action %s', (_what, task) => {
    expect(undoOf(task, [release, { ...release, responseAction: null }])).toBeUndefined();
  });
});
