import { expect, it } from 'vitest';
import { assessmentText, groupTitle, incidentName, leadingComment } from './words.ts';

it.each([
  ['truePositive', 'multiStagedAttack', 'True positive, multi-stage attack'],
  ['truePositive', 'unknown', 'True positive'],
  ['', '', 'Not classified'],
  ['benign', 'quantum', 'benign, quantum'],
])('classification %j and determination %j: %s', (classification, determination, expected) => {
  expect(assessmentText({ classification, determination })).toBe(expected);
});

it('the comment to read first is the newest by Defender Experts, then the newest by anyone; an empty one is none', () => {
  const comment = (text: string, by: string, at: number | null) => ({
    comment: text,
    createdByDisplayName: by,
    createdDateTime: at,
  });
  const byAnalyst = comment('on it', 'Priya Nair', 9);
  const comments = [
    comment('old', 'Microsoft Defender Experts', 1),
    comment('new', 'Defender Experts', 5),
    comment(' ', 'Defender Experts', 7),
    byAnalyst,
    comment('undated', 'Defender Experts', null),
  ];
  expect(leadingComment({ comments })?.comment).toBe('new');
  expect(leadingComment({ comments: [byAnalyst] })).toBe(byAnalyst);
  expect(leadingComment({ comments: [] })).toBeUndefined();
});

it('an incident goes by its name, or else by its number', () => {
  expect(groupTitle({ incidentId: '7', incident: { displayName: 'Ransom  ware' } })).toBe(
    'Ransom [U+0020]ware',
  );
  expect(groupTitle({ incidentId: '7', incident: undefined })).toBe('Incident 7');
  expect(groupTitle({ incidentId: '', incident: undefined })).toBe('Tasks without an incident');
  expect(incidentName({ id: '7', displayName: '' })).toBe('Incident 7');
});
