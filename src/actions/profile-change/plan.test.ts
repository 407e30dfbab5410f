import { describe, expect, it } from 'vitest';
import { profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import type { Intent } from '../../runs/model/run.ts';
import { profileChange } from './action.ts';
import { isProfileIntent } from './intent.ts';
import { changedText, planCreate, planDelete, planEdit } from './plan.ts';
import { whyNotValues } from './rules.ts';
import { profileStateName, stateOf } from './state.ts';

const values = { displayName: 'Lab', description: '', deferral: 7 };
const create = { kind: 'profile-change', change: 'create', approvalType: 'automatic', ...values } as const;
const edit = { kind: 'profile-change', change: 'edit', ...values } as const;
const remove = { kind: 'profile-change', change: 'delete' } as const;

describe('a plan', () => {
  const profile = profileOf({
    displayName: 'Lab',
    approvalType: 'automatic',
    deploymentDeferralInDays: null,
  });

  it('to create stands for the name, and counts the profiles that have it', () => {
    const plan = planCreate({ ...values, approvalType: 'automatic' }, [profile, profileOf()], ' CHG-1 ');
    expect(plan).toMatchObject({ title: 'Create the profile Lab', note: 'CHG-1' });
    expect(plan.targets).toMatchObject([
      {
        id: 'windowsDriverUpdateProfiles',
        name: 'Driver profiles',
        intent: create,
        items: [
          {
            id: 'Lab',
            detail: 'Automatic, 7 days',
            before: 'not there',
            reviewed: { namesakes: '1' },
          },
        ],
      },
    ]);
  });

  it('to edit or delete is of the profile as it is', () => {
    expect(planEdit(values, profile, '').targets).toMatchObject([
      { id: 'p', intent: edit, items: [{ detail: 'Deferral', before: '["Lab","",0]' }] },
    ]);
    expect(planDelete(profile, '')).toMatchObject({
      title: 'Delete the profile Lab',
      targets: [{ id: 'p', intent: remove, items: [{ detail: '', before: 'there' }] }],
    });
    expect(changedText(values, { displayName: 'X', description: 'Y', deferral: 7 })).toBe(
      'Name, description',
    );
    expect(changedText(values, values)).toBe('');
  });
});

it.each<[Intent, boolean]>([
  [create, true],
  [{ ...create, approvalType: 'manual', deferral: null }, true],
  [edit, true],
  [{ ...edit, deferral: null }, true],
  [remove, true],
  [{ ...remove, force: 'yes' }, false],
  [{ ...edit, ring: 'pilot' }, false],
  [{ ...create, ring: 'pilot' }, false],
  [{ ...create, deferral: null }, false],
  [{ ...create, approvalType: 'manual' }, false],
  [{ ...create, approvalType: 'never', deferral: null }, false],
  [{ ...edit, displayName: '  ' }, false],
  [{ ...edit, displayName: null }, false],
  [{ ...edit, description: null }, false],
  [{ ...edit, deferral: '7' }, false],
  [{ ...edit, deferral: 31 }, false],
  [{ ...create, change: 'rename' }, false],
  [{ kind: 'task-status', change: 'delete' }, false],
])('an intent whose parts are sound is one: %j %s', (intent, isOne) => {
  expect(isProfileIntent(intent)).toBe(isOne);
});

it.each([
  [{ displayName: ' ' }, 'needs a name'],
  [{ displayName: 'x'.repeat(201) }, '200 characters'],
  [{ description: 'x'.repeat(1_501) }, '1500 characters'],
  [{ deferral: 7.5 }, '0 to 30'],
  [{ deferral: -1 }, '0 to 30'],
  [{ deferral: Number.NaN }, '0 to 30'],
])('values that Intune takes no profile with say why: %j', (changes, reason) => {
  expect(whyNotValues({ ...values, ...changes })).toContain(reason);
});

it.each([
  [stateOf(values), '“Lab”, deferral 7 days'],
  [stateOf({ displayName: 'Lab', description: 'For tests', deferral: null }), '“Lab”, “For tests”'],
  ['created n', 'Created, ID n'],
  ['not there', 'Not there'],
  ['there', 'There'],
  ['gone', 'Deleted'],
  ['of a later version', 'of a later version'],
])('the state %s reads as %s', (state, words) => {
  expect(profileStateName(state)).toBe(words);
});

describe('an undo', () => {
  const before = '["Pilot","Volunteers",null]';
  const undo = profileChange.undo as NonNullable<typeof profileChange.undo>;

  it('gives a profile its earlier values, if it still has the new ones', () => {
    expect(undo(edit, { before, outcome: 'confirmed' })).toEqual({
      intent: { ...edit, displayName: 'Pilot', description: 'Volunteers', deferral: null },
      before: stateOf(values),
    });
  });

  it.each([
    ['before a read has confirmed the edit', edit, before, 'successful'],
    ['where the values from before are not known', edit, 'there', 'confirmed'],
    [
      'of a creation: a deletion would take away what colleagues have done there since',
      create,
      before,
      'confirmed',
    ],
    ['of a deletion', remove, before, 'confirmed'],
    ['of an intent that is none', { ...edit, deferral: 99 }, before, 'confirmed'],
  ] as const)('is none %s', (_when, intent, state, outcome) => {
    expect(undo(intent, { before: state, outcome })).toBeUndefined();
  });
});

it('each change has its request, its words, and a deletion is typed', () => {
  const root = '/deviceManagement/windowsDriverUpdateProfiles';
  expect(
    [create, edit, remove].map((intent) => {
      const { method, path } = profileChange.requestOf(intent, 'p', ['p']);
      return [
        `${method} ${path}`,
        profileChange.nameFor(intent, { before: '', reviewed: {} }),
        profileChange.graphNameFor(intent, { reviewed: {} }),
        profileChange.decision(intent, '', '1 profile'),
      ];
    }),
  ).toEqual([
    [`POST ${root}`, 'Create profile', 'POST windowsDriverUpdateProfile', 'Create 1 profile'],
    [`PATCH ${root}/p`, 'Edit profile', 'PATCH windowsDriverUpdateProfile', 'Edit 1 profile'],
    [`DELETE ${root}/p`, 'Delete profile', 'DELETE windowsDriverUpdateProfile', 'Delete 1 profile'],
  ]);
  const person = { username: 'dana', importantDevices: [] };
  const { targets } = planDelete(profileOf(), '');
  expect(profileChange.review(remove, targets, undefined, person).whyType).toEqual([
    'Deletes 1 profile for good',
  ]);
  expect(profileChange.review(edit, targets, undefined, person).whyType).toEqual([]);
  expect(() => profileChange.decision({ kind: 'x' }, '', '')).toThrow('no intent for a profile');
});
