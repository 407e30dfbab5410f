/** Entra role template ids of people who work on incidents: Security Administrator, Operator, Reader. */
const securityRoles = [
  '194ae4cb-b126-40b2-bd5b-6091b380977d',
  '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f',
  '5d6b6bb7-de71-4623-b4af-96380a352509',
];

export type Area = '/profiles' | '/incident-tasks';

/**
 * Where a person starts: a SOC analyst at the tasks, everyone else at the driver profiles. Roles are known where the
 * app registration has them sent; otherwise the area used last in this browser decides.
 */
export function startPage(roles: readonly string[], lastArea: Area | null, hasDefender: boolean): Area {
  if (!hasDefender) return '/profiles';
  if (roles.some((role) => securityRoles.includes(role))) return '/incident-tasks';
  return roles.length === 0 && lastArea !== null ? lastArea : '/profiles';
}

const key = 'actiondesk.lastArea';

export function readLastArea(): Area | null {
  const stored = localStorage.getItem(key);
  return stored === '/profiles' || stored === '/incident-tasks' ? stored : null;
}

export function keepLastArea(area: Area): void {
  try {
    localStorage.setItem(key, area);
  } catch {
    // Without storage the next start is at the usual page.
  }
}
