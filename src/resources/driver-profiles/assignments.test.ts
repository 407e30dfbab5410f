import { expect, it } from 'vitest';
import { assignedOf, includedIn, readGroupId } from './assignments.ts';

const type = (name: string) => `#microsoft.graph.${name}AssignmentTarget`;
const rowOf = (name: string, groupId = '', filter = '') => ({
  id: `p_${groupId}`,
  target: {
    '@odata.type': type(name),
    groupId,
    deviceAndAppManagementAssignmentFilterId: filter,
  },
});

it('groups are told from what only Intune can change', () => {
  const rows = [
    rowOf('group', 'AA'),
    rowOf('exclusionGroup', 'b'),
    rowOf('group'),
    rowOf('group', 'c', 'f'),
    rowOf('allDevices'),
    rowOf('allLicensedUsers'),
    rowOf('cloudPc'),
  ];
  expect(assignedOf({ rows, setAside: [] })).toEqual({
    groups: [
      { mode: 'include', groupId: 'aa' },
      { mode: 'exclude', groupId: 'b' },
    ],
    others: [
      'A group with a filter',
      'A group with a filter',
      'All devices',
      'All users',
      '#microsoft.graph.cloudPcAssignmentTarget',
    ],
    isPartial: false,
  });
  expect(assignedOf({ rows: [], setAside: [{ id: undefined, reason: '' }] }).isPartial).toBe(true);
});

it('a group that is excluded, too, gets nothing', () => {
  const rows = [rowOf('group', 'a'), rowOf('group', 'b'), rowOf('exclusionGroup', 'b')];
  expect(includedIn(assignedOf({ rows, setAside: [] }))).toEqual(['a']);
});

it('an ID is read as it is pasted', () => {
  expect(readGroupId(' AAAAAAAA-0000-4000-8000-000000000000\n')).toBe('aaaaaaaa-0000-4000-8000-000000000000');
  expect(readGroupId('Windows pilot')).toBeUndefined();
});
