import { expect, it } from 'vitest';
import { roleGap, roleGapBefore } from './role-gap.ts';

const operator = '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f';
const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1';
const member = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

it('names the roles that a person lacks, and nothing where no role is told', () => {
  const both = ['User Administrator', 'Security Administrator', 'Security Administrator'] as const;
  expect(roleGap([operator, member], both)).toBe(
    'Your account may lack a role: User Administrator, Security Administrator.',
  );
  expect(roleGap([operator, userAdministrator], both)).toBe(
    'Your account may lack a role: Security Administrator.',
  );
  expect(roleGap([userAdministrator], ['User Administrator'])).toBeUndefined();
  expect(roleGap([member], both)).toBeUndefined();
});

it('before the user is looked up, warns only where no directory would do', () => {
  expect(roleGapBefore('disable', [operator, member])).toBe(
    'Your account may lack a role: User Administrator.',
  );
  expect(roleGapBefore('disable', [userAdministrator])).toBeUndefined();
  expect(roleGapBefore('markUserAsCompromised', [userAdministrator])).toContain('Security Administrator');
});
