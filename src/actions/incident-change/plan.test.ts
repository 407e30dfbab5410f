import { describe, expect, it } from 'vitest';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { incidentChange } from './action.ts';
import { bodyOf } from './body.ts';
import { changeIntent, isChangeIntent } from './intent.ts';
import { planChange } from './plan.ts';
import { determinationsOf, isPair, settableStatuses, whyNoChange } from './rules.ts';
import { intentOf, isSameState, isStateOf, readState, stateOf, stateText, wantedState } from './state.ts';

const incident = testIncident({
  id: '7',
  displayName: 'Lateral movement',
  status: 'active',
  customTags: ['Old'],
});
const assign = changeIntent({ owner: ' sam@contoso.com ' });
const malware = { classification: 'truePositive', determination: 'malware' } as const;
const all = changeIntent({
  status: 'resolved',
  owner: 'sam@contoso.com',
  assessment: malware,
  addTags: ['VIP'],
  removeTags: ['Old'],
});

describe('a plan', () => {
  it('is one request for each incident, with what it changes as it is now', () => {
    const plan = planChange(assign, [incident, testIncident({ id: '8' })], ' INC-1 ');
    expect(plan).toMatchObject({ title: 'Assign 2 incidents to sam@contoso.com', note: 'INC-1' });
    expect(plan.targets.map(({ id }) => id)).toEqual(['7', '8']);
    expect(plan.targets[0]?.items).toEqual([
      {
        id: '7',
        name: 'Lateral movement',
        detail: 'owner sam@contoso.com',
        before: '{"owner":""}',
        reviewed: { owner: '', merged: 'no' },
        incident: '7',
      },
    ]);
  });

  it.each([
    [changeIntent({ status: 'inProgress' }), 'Set 1 incident to In progress', 'Set status to In progress'],
    [changeIntent({ owner: '' }), 'Set 1 incident to no owner', 'Remove owner'],
    [assign, 'Assign 1 incident to sam@contoso.com', 'Assign to sam@contoso.com'],
    [
      changeIntent({ assessment: malware }),
      'Classify 1 incident as True positive, malware',
      'Classify as True positive, malware',
    ],
    [
      changeIntent({ addTags: ['VIP'], removeTags: ['Old'] }),
      'Change tags of 1 incident',
      'Change tags: +“VIP”, −“Old”',
    ],
    [
      all,
      'Change 1 incident',
      'Change to Resolved, owner sam@contoso.com, True positive, malware, tagged “VIP”, not tagged “Old”',
    ],
  ])('%j says in words: %s', (intent, title, name) => {
    expect(planChange(intent, [incident], '').title).toBe(title);
    expect(incidentChange.decision(intent, '', '1 incident')).toBe(title);
    expect(incidentChange.nameFor(intent, { before: '', reviewed: {} })).toBe(name);
  });
});

describe('a request', () => {
  it('sends only what a person has changed, and the tags merged', () => {
    expect(bodyOf(assign, ['Old'])).toEqual({ assignedTo: 'sam@contoso.com' });
    expect(bodyOf(changeIntent({ owner: '' }), [])).toEqual({ assignedTo: null });
    expect(bodyOf(all, ['Old', 'Theirs'])).toEqual({
      status: 'resolved',
      assignedTo: 'sam@contoso.com',
      ...malware,
      customTags: ['Theirs', 'VIP'],
    });
  });

  it('that is shown before it is sent says that other tags stay', () => {
    expect(incidentChange.requestOf(all, '7', ['7'])).toMatchObject({
      method: 'PATCH',
      path: '/security/incidents/7',
      body: { customTags: ['(the tags that the incident has then)', 'VIP'] },
    });
    expect(() => incidentChange.requestOf({ kind: 'incident-change' }, '7', [])).toThrow();
  });
});

describe('a state', () => {
  it('holds what a change is about, and is the same in any letter case and order', () => {
    expect(readState(stateOf(all, incident))).toEqual({
      status: 'active',
      owner: '',
      assessment: ['unknown', 'unknown'],
      tags: { has: ['Old'], lacks: ['VIP'] },
    });
    expect(isSameState('{"owner":"SAM "}', '{"owner":"sam"}')).toBe(true);
    expect(
      isSameState('{"tags":{"has":["B","a"],"lacks":[]}}', '{"tags":{"has":["A","b"],"lacks":["c"]}}'),
    ).toBe(true);
    expect(isSameState('{"status":"active"}', '{"status":"resolved"}')).toBe(false);
  });

  it('has words, also where it is none', () => {
    expect(stateText(stateOf(all, incident))).toBe(
      'Active, no owner, Not classified, tagged “Old”, not tagged “VIP”',
    );
    expect(['', 'x', '{"owner":7}'].map(incidentChange.stateName)).toEqual(['', 'x', '{"owner":7}']);
  });

  it('is one of a change where it is about the same', () => {
    expect(isStateOf(all, stateOf(all, incident))).toBe(true);
    expect(isStateOf(assign, '{"owner":"Kim"}')).toBe(true);
    expect(isStateOf(assign, '{"status":"active"}')).toBe(false);
    expect(isStateOf(changeIntent({ addTags: ['VIP'] }), '{"tags":{"has":["Old"],"lacks":[]}}')).toBe(false);
    expect(isStateOf(assign, 'x')).toBe(false);
  });
});

describe('an undo', () => {
  const undo = (intent: typeof all, before: string) =>
    incidentChange.undo?.(intent, { before, outcome: 'confirmed' });

  it('brings back what was before, if the incident is still as the run has left it', () => {
    expect(undo(all, stateOf(all, incident))).toEqual({
      intent: changeIntent({
        status: 'active',
        owner: '',
        assessment: { classification: 'unknown', determination: 'unknown' },
        addTags: ['Old'],
        removeTags: ['VIP'],
      }),
      before: wantedState(all),
    });
    expect(undo(changeIntent({ status: 'active' }), '{"status":"awaitingAction"}')?.intent).toMatchObject({
      status: 'awaitingAction',
    });
  });

  it('is none before a read has confirmed the change, and where nobody may set the state from before', () => {
    expect(incidentChange.undo?.(assign, { before: '{"owner":""}', outcome: 'successful' })).toBeUndefined();
    expect(undo(changeIntent({ status: 'active' }), '{"status":"redirected"}')).toBeUndefined();
    expect(undo(changeIntent({ status: 'active' }), '{"status":"later"}')).toBeUndefined();
    expect(undo(assign, '{"status":"active"}')).toBeUndefined();
    expect(incidentChange.undo?.({ kind: 'x' }, { before: '', outcome: 'confirmed' })).toBeUndefined();
    expect(intentOf('x')).toBeUndefined();
  });
});

describe('rules', () => {
  it('offer the pairs of the portal, and let an undo bring earlier ones back', () => {
    expect(isPair('truePositive', 'malware')).toBe(true);
    expect(isPair('truePositive', 'notMalicious')).toBe(false);
    expect(isPair('falsePositive', 'unknown')).toBe(true);
    expect(isPair('truePositive', 'apt')).toBe(true);
    expect(determinationsOf.truePositive).not.toContain('apt');
    expect(settableStatuses).not.toContain('awaitingAction');
  });

  it('leave alone what was merged into another incident', () => {
    expect(whyNoChange({ status: 'redirected' })).toBe('Merged into another incident');
    expect(whyNoChange(incident)).toBeUndefined();
  });
});

describe('an intent', () => {
  it.each([
    [all, true],
    [changeIntent({ status: 'awaitingAction' }), true],
    [changeIntent({}), false],
    [{ ...all, kind: 'task-status' }, false],
    [{ ...all, summary: 'x' }, false],
    [{ ...all, status: 'redirected' }, false],
    [{ ...all, status: 7 }, false],
    [{ ...all, owner: 'x'.repeat(257) }, false],
    [{ ...all, owner: 7 }, false],
    [{ ...all, classification: null }, false],
    [{ ...all, classification: 'toString' }, false],
    [{ ...all, classification: 7 }, false],
    [{ ...all, determination: 7 }, false],
    [{ ...all, determination: 'evil' }, false],
    [{ ...all, determination: 'notMalicious' }, false],
    [{ ...all, addTags: 'VIP' }, false],
    [{ ...all, addTags: 7 }, false],
    [{ ...all, removeTags: 7 }, false],
    [{ ...all, addTags: '["old"]' }, false],
  ])('%j is sound: %s', (intent, is) => {
    expect(isChangeIntent(intent)).toBe(is);
  });

  it('can be staged only with the state of what it changes', () => {
    const item = { id: '7', name: '', detail: '', before: '{"owner":""}', reviewed: {} };
    const change = { intent: assign, target: { id: '7' }, item };
    expect(incidentChange.canBeStaged(change)).toBe(true);
    expect(incidentChange.canBeStaged({ ...change, intent: { kind: 'incident-change' } })).toBe(false);
    expect(incidentChange.canBeStaged({ ...change, target: { id: '8' } })).toBe(false);
    expect(incidentChange.canBeStaged({ ...change, target: { id: '..' }, item: { ...item, id: '..' } })).toBe(
      false,
    );
    expect(incidentChange.canBeStaged({ ...change, item: { ...item, before: '{"status":"active"}' } })).toBe(
      false,
    );
  });

  it('says what it does and doesn’t, and asks for a number for many incidents', () => {
    const { targets } = planChange(all, [incident], '');
    const person = { username: 'sam', importantDevices: [] };
    expect(incidentChange.review(all, targets, undefined, person)).toMatchObject({
      consequences: [expect.any(String), expect.stringContaining('alerts')],
      whyType: [],
    });
    expect(incidentChange.review(assign, targets, undefined, person).consequences).toHaveLength(1);
    const many = Array.from({ length: 21 }, () => targets[0] ?? []).flat();
    expect(incidentChange.whyType?.(many)).toEqual(['Changes 21 incidents']);
  });
});
