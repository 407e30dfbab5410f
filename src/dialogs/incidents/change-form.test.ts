import { describe, expect, it } from 'vitest';
import { changeIntent, isChangeIntent } from '../../actions/incident-change/intent.ts';
import {
  assessmentOptions,
  ownerOptions,
  statusOptions,
  tagsAmong,
  wantedOf,
  whyNotForm,
} from './change-form.ts';
import { type ChangeForm, changeDraft } from './incident-draft.ts';

const me = 'sam@contoso.com';
const formOf = (chosen: Partial<ChangeForm>): ChangeForm => {
  const draft = changeDraft([]);
  if (draft.command !== 'change') throw new Error('No change');
  return { ...draft.change, ...chosen };
};

describe('a form', () => {
  it('gives only what a person has touched', () => {
    expect(wantedOf(formOf({}), me)).toEqual({ addTags: [], removeTags: [] });
    expect(wantedOf(formOf({ status: 'resolved' }), me)).toEqual({
      status: 'resolved',
      addTags: [],
      removeTags: [],
    });
    const { owner, assessment, addTags, removeTags } = wantedOf(
      formOf({ owner: 'me', assessment: 'truePositive malware', addTags: 'VIP, vip,', removeTags: ['Old'] }),
      me,
    );
    expect([owner, assessment, addTags, removeTags]).toEqual([
      me,
      { classification: 'truePositive', determination: 'malware' },
      ['VIP'],
      ['Old'],
    ]);
    expect(wantedOf(formOf({ owner: 'nobody' }), me).owner).toBe('');
    expect(wantedOf(formOf({ owner: 'other', ownerName: 'Kim' }), me).owner).toBe('Kim');
  });

  it.each([
    [{}, 'Choose what to change'],
    [{ owner: 'other' }, 'Enter who is to own it'],
    [{ owner: 'other', ownerName: 'x'.repeat(257) }, 'An owner has at most 256 characters'],
    [{ addTags: 'old', removeTags: ['Old'] }, '“old” can’t be added and removed'],
    [{ addTags: 'New' }, undefined],
    [{ removeTags: ['Old'] }, undefined],
    [{ status: 'active' }, undefined],
  ] as const)('%j can be sent, or says why not: %s', (chosen, reason) => {
    expect(whyNotForm(formOf(structuredClone(chosen) as Partial<ChangeForm>))).toBe(reason);
  });
});

it('every option is one that can be sent', () => {
  const intents = [
    ...statusOptions.map(({ value }) => formOf({ status: value })),
    ...assessmentOptions.map(({ value }) => formOf({ assessment: value })),
    ...ownerOptions(me).map(({ value }) => formOf({ owner: value, ownerName: 'Kim' })),
  ].filter((form) => whyNotForm(form) === undefined);
  expect(intents).toHaveLength(3 + 15 + 3);
  for (const form of intents) expect(isChangeIntent(changeIntent(wantedOf(form, me)))).toBe(true);
  expect(assessmentOptions.at(-1)?.label).toBe('Not classified');
});

it('tags of several incidents are each named once', () => {
  expect(tagsAmong([{ customTags: ['VIP', 'Night'] }, { customTags: ['vip', 'Old'] }])).toEqual([
    'VIP',
    'Night',
    'Old',
  ]);
});
