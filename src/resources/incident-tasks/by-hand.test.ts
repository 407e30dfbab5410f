import { describe, expect, it } from 'vitest';
import { actionTypes } from '../../graph/incident-tasks.ts';
import { testEvidence } from '../incidents/test-alerts.ts';
import { byHandOf, stuckByHand, undoByHandOf } from './by-hand.ts';
import { devicePage, filePage, userPage } from './portal-pages.ts';
import { testTask } from './test-task.ts';

const machine = 'A'.repeat(40);
const guid = '3395856c-e81f-4b73-82de-e72602f798b6';
const hosts = ['security.microsoft.com', 'entra.microsoft.com', 'intune.microsoft.com'];
const nobody = { identifierValue: '', isolationType: '', deviceId: '' };

describe.each(actionTypes)('by hand, %s', (actionType) => {
  it('has at most three steps, the last of which leads back, and a page of a portal', () => {
    const task = testTask({ actionType });
    const { steps, page } = byHandOf(task, undefined, [task]);
    expect(steps.length).toBeLessThanOrEqual(3);
    expect(steps.at(-1)).toMatch(/ome back and mark the task done\.$/);
    expect(hosts).toContain(new URL(page?.href ?? '').host);
  });

  it('names no target that Graph doesn’t name', () => {
    const { steps } = byHandOf(testTask({ actionType, responseAction: nobody }), undefined, []);
    expect(steps.join(' ')).not.toMatch(/undefined| {2}| in\./);
  });
});

it('an action that isn’t known, and an incident that isn’t named, leave the portal', () => {
  const task = testTask({ actionType: 'blockAddress' });
  expect(byHandOf(task, undefined, []).page?.href).toBe('https://security.microsoft.com/incidents/2972395');
  expect(byHandOf({ ...task, incident: null }, undefined, []).page).toBeUndefined();
});

it('pages are those of the target where evidence knows its id', () => {
  const link = (actionType: string, evidence: Parameters<typeof byHandOf>[1]) =>
    byHandOf(testTask({ actionType, responseAction: nobody }), evidence, []);
  const by = 'title' as const;
  const device = testEvidence('device', { mdeDeviceId: machine });
  expect(link('isolateDevice', { evidence: device, by }).page?.href).toContain(
    `/machines/${machine.toLowerCase()}`,
  );
  const userAccount = { azureAdUserId: guid, userPrincipalName: 'adele@contoso.example' };
  const user = link('disableUser', { evidence: testEvidence('user', { userAccount }), by });
  expect(user.page?.href).toContain(`userId/${guid}`);
  expect(user.steps[0]).toBe('Open adele@contoso.example in Entra.');
  const file = testEvidence('file', { fileDetails: { sha256: 'F'.repeat(64) } });
  expect(link('stopAndQuarantineFile', { evidence: file, by }).page?.href).toContain('/files/ffff');
  const process = testEvidence('process', { imageFile: { sha1: 'e'.repeat(40) } });
  expect(link('stopAndQuarantineFile', { evidence: process, by }).page?.href).toContain('/files/eeee');
  const mail = testEvidence('analyzedMessage', { networkMessageId: 'n-1' });
  expect(link('softDeleteEmail', { evidence: mail, by }).steps[0]).toContain('n-1');
});

it('how a device is to be isolated is said', () => {
  const task = testTask({
    responseAction: { ...nobody, identifierValue: 'PC-1', isolationType: 'selective' },
  });
  expect(byHandOf(task, undefined, [task]).steps[1]).toContain('with selective isolation');
  const plain = testTask({ responseAction: { ...nobody, identifierValue: 'PC-1' } });
  expect(byHandOf(plain, undefined, [plain]).steps[1]).toContain('Isolate device. Enter a reason');
  expect(byHandOf(testTask({ responseAction: null }), undefined, []).steps[0]).toBe(
    'Open the device in Defender.',
  );
});

it.each(['', 'x', '../evil', `${machine}/../..`, 'javascript:alert(1)', 'https://evil.example'])(
  'a link goes nowhere else: %j',
  (text) => {
    for (const { href } of [devicePage(text), filePage(text), userPage(text)]) {
      expect(hosts).toContain(new URL(href).host);
      expect(text.length < 2 || !href.includes(text)).toBe(true);
    }
  },
);

it('what takes a task back leaves nothing to mark, and says why Actiondesk can’t do it', () => {
  const undo = (actionType: string) => undoByHandOf(testTask({ actionType }), undefined, []);
  expect(undo('unIsolateDevice').why).toBe('Microsoft Graph can do this only as part of an incident task.');
  expect(undo('unIsolateDevice').steps.at(-1)).toMatch(/Then come back and add a comment/);
  expect(undo('enableUser').steps.at(-1)).toMatch(/^Come back and add a comment/);
  expect(undo('enableUser').why).toMatch(/your permissions decide/);
});

it('what is stuck leads to the Action center', () => {
  expect(stuckByHand().page?.href).toContain('action-center');
});
