/**
 * The permissions that each area asks for, at the first read and at the first write of it. All four need an
 * administrator's consent. https://learn.microsoft.com/graph/permissions-reference
 */
export const scopes = {
  readDrivers: ['DeviceManagementConfiguration.Read.All'],
  changeDrivers: ['DeviceManagementConfiguration.ReadWrite.All'],
  readIncidents: ['SecurityIncident.Read.All'],
  changeIncidents: ['SecurityIncident.ReadWrite.All'],
} as const satisfies Record<string, readonly string[]>;
