import { contosoUsers, hybridUser } from '../../simulator/seeds/users.ts';
import { incidentOf, taskId } from '../support/tasks.ts';
import type { Area, AreaName } from './areas.ts';

/** An incident of high severity that no person owns. */
const incidentId = '2972401';

/** A change of an incident, by a command of its page. */
const incidentArea = {
  person: 'soc.operator',
  path: `/incidents/${incidentId}`,
  reads: { method: 'GET', path: `incidents/${incidentId}` },
} as const;

const megan = contosoUsers(Date.now()).find(({ userPrincipalName }) => userPrincipalName === hybridUser);
if (!megan?.identityId) throw new Error('The seed has no such user');

/** An action on the user of a task, by the task’s button and that of the dialog. */
function userArea(
  title: string,
  verb: string,
  decision: string,
  targetId: string,
): Pick<Area, 'person' | 'path' | 'selected' | 'act'> {
  return {
    person: 'soc.lead',
    path: `/incidents/${incidentOf(taskId(title))}`,
    selected: [{ kind: 'userAction', targetId, itemId: targetId }],
    async act(page) {
      const tasks = page.getByRole('region', { name: 'Tasks' });
      await tasks.getByRole('button', { name: verb, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: decision }).click();
    },
  };
}

/** What is done on the desk of incidents, but for the tasks themselves. */
export const incidentAreas: Readonly<
  Record<Extract<AreaName, 'owners' | 'comments' | 'users' | 'sessions' | 'accounts'>, Area>
> = {
  owners: {
    ...incidentArea,
    action: { method: 'PATCH', path: `incidents/${incidentId}` },
    selected: [{ kind: 'incidentUpdate', targetId: incidentId, itemId: incidentId }],
    async act(page) {
      await page.getByRole('button', { name: /^Assign to me/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Assign to me' }).click();
    },
  },
  comments: {
    ...incidentArea,
    action: { method: 'POST', path: `incidents/${incidentId}/comments` },
    selected: [{ kind: 'incidentComment', targetId: incidentId, itemId: incidentId }],
    async act(page) {
      await page.getByRole('button', { name: /^Comment/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Comment', { exact: true }).fill('Both devices are isolated.');
      await dialog.getByRole('button', { name: 'Add comment' }).click();
    },
  },
  users: {
    ...userArea(
      `Mark as compromised: ${hybridUser}`,
      'Mark as compromised',
      'Mark 1 user as compromised',
      megan.id,
    ),
    action: { method: 'POST', path: 'confirmCompromised' },
    reads: { method: 'GET', path: 'riskyUsers' },
  },
  sessions: {
    ...userArea(`Require sign-in of ${hybridUser}`, 'Require sign-in', 'Require sign-in of 1 user', megan.id),
    action: { method: 'POST', path: 'revokeSignInSessions' },
    reads: { method: 'GET', path: `users/${megan.id}` },
  },
  accounts: {
    ...userArea(`Disable user ${hybridUser}`, 'Disable user', 'Disable 1 user', megan.identityId),
    action: { method: 'POST', path: 'invokeAction' },
    reads: { method: 'GET', path: `identityAccounts/${megan.identityId}` },
  },
};
