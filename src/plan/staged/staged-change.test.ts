import { describe, expect, it } from 'vitest';
import { listOf } from '../../actions/profile-assignment/list.ts';
import { stateOf } from '../../actions/profile-change/state.ts';
import type { Intent } from '../../runs/model/run.ts';
import { wantedText } from './change-words.ts';
import { changesOf, type StagedChange, targetsOf } from './staged-change.ts';
import { readChanges } from './staged-schema.ts';
import { stagedOf } from './test-staged.ts';

describe('the targets of staged changes', () => {
  it('hold together what is decided alike in one profile', () => {
    const changes = [
      stagedOf('a'),
      stagedOf('b', { targetId: 'early' }),
      stagedOf('c'),
      stagedOf('d', { action: 'decline' }),
      stagedOf('e', { deployAt: 5 }),
    ];
    expect(targetsOf(changes).map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['pilot', ['a', 'c']],
      ['early', ['b']],
      ['pilot', ['d']],
      ['pilot', ['e']],
    ]);
  });

  it('are those of the plan that was staged', () => {
    const targets = targetsOf([stagedOf('a'), stagedOf('b')]);
    expect(targetsOf(changesOf({ targets, note: '' }, 7))).toEqual(targets);
    const note = 'CHG0048213';
    expect(changesOf({ targets, note }, 7)).toMatchObject([
      { stagedAt: 7, note, freezeReason: '' },
      { stagedAt: 7, note, freezeReason: '' },
    ]);
  });

  it('keep the note apart from the reason for a date inside a freeze, which belongs to one target', () => {
    const targets = targetsOf([stagedOf('a'), stagedOf('b', { targetId: 'early' })]);
    const freezeReasons = { early: 'change board agreed' };
    expect(changesOf({ targets, note: 'CHG-1', freezeReasons }, 7)).toMatchObject([
      { target: { id: 'pilot' }, note: 'CHG-1', freezeReason: '' },
      { target: { id: 'early' }, note: 'CHG-1', freezeReason: 'change board agreed' },
    ]);
  });
});

const ofPilot = (intent: Intent, before: string): StagedChange => ({
  ...stagedOf('pilot'),
  intent,
  item: { id: 'pilot', name: 'Pilot', detail: '', before, reviewed: {} },
});
const values = { displayName: 'Pilot ring', description: '', deferral: 7 };
const edit = ofPilot(
  { kind: 'profile-change', change: 'edit', ...values },
  stateOf({ ...values, deferral: 3 }),
);
const assign = ofPilot({ kind: 'profile-assignment', groups: 'none' }, 'none');

describe('changes of a profile', () => {
  it.each([
    ['an edit', edit],
    ['assignments', assign],
  ])('can be staged: %s', (_what, change) => {
    expect(readChanges([change])).toEqual({ changes: [change], unreadable: 0 });
  });

  it.each<[string, StagedChange]>([
    ['a deletion', ofPilot({ kind: 'profile-change', change: 'delete' }, 'there')],
    [
      'a creation',
      ofPilot(
        { kind: 'profile-change', change: 'create', approvalType: 'automatic', ...values },
        'not there',
      ),
    ],
    ['a sync', ofPilot({ kind: 'inventory-sync' }, 'never')],
    ['an edit of another profile than its item', { ...edit, target: { id: 'broad', name: 'Broad' } }],
    ['assignments of another profile', { ...assign, target: { id: 'broad', name: 'Broad' } }],
    ['an edit without the earlier values', ofPilot(edit.intent, 'there')],
    ['assignments without the earlier list', ofPilot(assign.intent, 'everyone')],
    ['values that no profile takes', ofPilot({ ...edit.intent, deferral: 31 }, edit.item.before)],
    ['a group that is none', ofPilot({ ...assign.intent, groups: 'include:everyone' }, 'none')],
  ])('cannot be staged, nor come in a link: %s', (_what, change) => {
    expect(readChanges([change])).toEqual({ changes: [], unreadable: 1 });
  });

  it('take the place of one another', () => {
    expect(readChanges([edit, assign]).changes).toEqual([assign]);
  });

  it('say what the profile is to be like', () => {
    expect(wantedText(edit)).toBe('“Pilot ring”, deferral 7 days');
    expect(wantedText(assign)).toBe('No groups');
    expect(wantedText(stagedOf('a'))).toBe('');
  });
});

describe('reading changes', () => {
  it.each<[string, (change: Record<string, unknown>) => unknown]>([
    ['nothing', () => undefined],
    ['a text', () => 'change'],
    ['no target', ({ target: _, ...rest }) => rest],
    ['an empty id', (change) => ({ ...change, target: { id: '', name: 'Pilot' } })],
    [
      'what no dialog stages',
      (change) => ({ ...change, intent: { kind: 'profile-change', change: 'delete' } }),
    ],
    ['an action that no version has', (change) => ({ ...change, intent: { kind: 'launch' } })],
    [
      'a part of the decision that is wrong',
      (change) => ({ ...change, intent: { ...Object(change.intent), deployAt: 'soon' } }),
    ],
    ['a time that is none', (change) => ({ ...change, stagedAt: 'yesterday' })],
    ['a reason longer than a field takes', (change) => ({ ...change, freezeReason: 'x'.repeat(201) })],
    [
      'a name without end',
      (change) => ({ ...change, item: { ...Object(change.item), name: 'x'.repeat(2_049) } }),
    ],
    [
      'a fact without end',
      (change) => ({ ...change, item: { ...Object(change.item), reviewed: { version: 'x'.repeat(2_049) } } }),
    ],
    ['a note without end', (change) => ({ ...change, note: 'x'.repeat(201) })],
  ])('sets aside %s', (_what, spoil) => {
    const good = stagedOf('a');
    expect(readChanges([spoil({ ...stagedOf('b') }), good])).toEqual({ changes: [good], unreadable: 1 });
  });

  it('takes the many groups of a profile, which are one text', () => {
    const groups = Array.from({ length: 100 }, (_, place) => {
      const groupId = `aaaaaaaa-0000-4000-8000-${String(place).padStart(12, '0')}`;
      return { mode: 'include', groupId } as const;
    });
    const before = listOf(groups);
    const wanted = { ...assign.intent, groups: listOf(groups.slice(1)) };
    const change = {
      ...assign,
      intent: wanted,
      item: { ...assign.item, before, reviewed: { groups: before } },
    };
    expect(readChanges([change])).toEqual({ changes: [change], unreadable: 0 });
  });

  it('takes no more of a change than it knows', () => {
    const { changes } = readChanges([{ ...stagedOf('a'), more: 'than that' }]);
    expect(changes).toEqual([stagedOf('a')]);
  });

  it('lets the later of two changes of one item stand', () => {
    const later = stagedOf('a', { action: 'decline' });
    expect(readChanges([stagedOf('a'), stagedOf('b'), later])).toEqual({
      changes: [stagedOf('b'), later],
      unreadable: 0,
    });
  });
});
