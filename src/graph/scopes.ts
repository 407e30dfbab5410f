/**
 * The permissions that each area asks for, at the first read and at the first write of it. All of them need an
 * administrator's consent; those for groups are asked for by the first search or name of a group, and nothing else needs them. https://learn.microsoft.com/graph/permissions-reference
 */
export const scopes = {
  readDrivers: ['DeviceManagementConfiguration.Read.All'],
  changeDrivers: ['DeviceManagementConfiguration.ReadWrite.All'],
  readIncidents: ['SecurityIncident.Read.All'],
  changeIncidents: ['SecurityIncident.ReadWrite.All'],
  readGroups: ['Group.ReadBasic.All'],
} as const satisfies Record<string, readonly string[]>;
