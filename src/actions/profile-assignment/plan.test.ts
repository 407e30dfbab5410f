import { describe, expect, it } from 'vitest';
import { profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import type { Intent } from '../../runs/model/run.ts';
import { profileAssignment } from './action.ts';
import { isAssignmentIntent } from './intent.ts';
import { differenceOf, differenceText, listOf, listText, readList } from './list.ts';
import { planAssign } from './plan.ts';
import { whyNoAssignment } from './rules.ts';

const idOf = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const a = { mode: 'include', groupId: idOf('a') } as const;
const b = { mode: 'exclude', groupId: idOf('b') } as const;

describe('a list', () => {
  it('is the same text for the same groups, whatever their order and letter case', () => {
    const text = `exclude:${idOf('b')} include:${idOf('a')}`;
    expect(listOf([a, b])).toBe(text);
    expect(listOf([b, { ...a, groupId: a.groupId.toUpperCase() }, b])).toBe(text);
    expect(readList(text)).toEqual([b, a]);
    expect([listOf([]), readList('none')]).toEqual(['none', []]);
  });

  it.each([
    '',
    `include:${idOf('a')} exclude:${idOf('b')}`,
    `include:${idOf('A')}`,
    `exclude:${idOf('a')} include:${idOf('a')}`,
    `all:${idOf('a')}`,
    'include:me',
  ])('that nobody has written so is none: %s', (text) => {
    expect(readList(text)).toBeUndefined();
  });

  it('is told in numbers, and its difference to another', () => {
    expect(listText(listOf([a, b]))).toBe('1 group included, 1 excluded');
    expect(listText(listOf([a]))).toBe('1 group included');
    expect(listText('none')).toBe('No groups');
    expect(listText('of a later version')).toBe('of a later version');
    const switched = { ...a, mode: 'exclude' } as const;
    expect(differenceText(differenceOf([a, b], [b, switched]))).toBe('1 added, 1 removed');
    expect(differenceText(differenceOf([], [a, b]))).toBe('2 added');
    expect(differenceText(differenceOf([a], [a]))).toBe('');
  });
});

it('a plan is one request for the whole list, and rests on the list that was seen', () => {
  expect(planAssign(profileOf(), [a], [a, b], ' CHG ')).toMatchObject({
    title: 'Change the assignments of Pilot ring',
    note: 'CHG',
    targets: [
      {
        id: 'p',
        intent: { kind: 'profile-assignment', groups: listOf([a, b]) },
        items: [{ id: 'p', detail: '1 added', before: listOf([a]), reviewed: { groups: listOf([a]) } }],
      },
    ],
  });
});

it('what is no group is left to Intune, and so is what can’t be read', () => {
  const assigned = { groups: [], others: [], isPartial: false };
  expect(whyNoAssignment(assigned)).toBeUndefined();
  expect(whyNoAssignment({ ...assigned, others: ['All devices'] })).toContain('All devices');
  expect(whyNoAssignment({ ...assigned, isPartial: true })).toContain('couldn’t be read');
});

it.each<[Intent, boolean]>([
  [{ kind: 'profile-assignment', groups: 'none' }, true],
  [{ kind: 'profile-assignment', groups: listOf([a, b]) }, true],
  [{ kind: 'profile-assignment', groups: 'everybody' }, false],
  [{ kind: 'profile-assignment', groups: 7 }, false],
  [{ kind: 'profile-assignment', groups: 'none', more: '' }, false],
  [{ kind: 'profile-change', groups: 'none' }, false],
])('an intent whose parts are sound is one: %j %s', (intent, isOne) => {
  expect(isAssignmentIntent(intent)).toBe(isOne);
});

describe('the action', () => {
  const intent = { kind: 'profile-assignment', groups: listOf([a]) } as const;
  const person = { username: 'dana', importantDevices: [] };

  it('is taken back by the earlier list, once it is confirmed', () => {
    const undo = profileAssignment.undo as NonNullable<typeof profileAssignment.undo>;
    expect(undo(intent, { before: 'none', outcome: 'confirmed' })).toEqual({
      intent: { ...intent, groups: 'none' },
      before: listOf([a]),
    });
    expect(undo(intent, { before: 'none', outcome: 'successful' })).toBeUndefined();
    expect(undo(intent, { before: 'unclear', outcome: 'confirmed' })).toBeUndefined();
    expect(undo({ ...intent, groups: 'x' }, { before: 'none', outcome: 'confirmed' })).toBeUndefined();
  });

  it('warns where no group is left', () => {
    const none = { kind: 'profile-assignment', groups: 'none' } as const;
    const { targets } = planAssign(profileOf(), [a], [], '');
    expect(profileAssignment.review(none, targets, undefined, person).warnings).toHaveLength(1);
    const fresh = planAssign(profileOf(), [], [], '').targets;
    expect(profileAssignment.review(none, fresh, undefined, person).warnings).toEqual([]);
    expect(profileAssignment.review(intent, targets, undefined, person).warnings).toEqual([]);
  });

  it('has its words, and refuses what is none of its intents', () => {
    expect([
      profileAssignment.decision(intent, '', '2 profiles'),
      profileAssignment.nameFor(intent, { before: '', reviewed: {} }),
      profileAssignment.graphNameFor(intent, { reviewed: {} }),
    ]).toEqual(['Assign 2 profiles', 'Change assignments', 'assign']);
    expect(profileAssignment.requestOf(intent, 'p', ['p']).method).toBe('POST');
    expect(() => profileAssignment.requestOf({ kind: 'x' }, 'p', ['p'])).toThrow('no intent for assignments');
  });
});
