import { graphPath } from '../lib/path.ts';
import type { ActionRequest, Graph } from './client.ts';
import { scopes } from './scopes.ts';
import type { SendHooks, Sent } from './sender.ts';

const root = ['deviceManagement', 'windowsDriverUpdateProfiles'] as const;

/** What `syncInventory` sends: no body. @throws ProblemError `badInput` for an id that could not be one */
export function syncRequest(id: string): ActionRequest {
  return { method: 'POST', path: graphPath(...root, id, 'syncInventory') };
}

/**
 * Asks Intune to refresh the profile's inventory from Windows Update; it takes minutes.
 * https://learn.microsoft.com/graph/api/intune-softwareupdate-windowsdriverupdateprofile-syncinventory
 */
export function syncInventory(graph: Graph, id: string, hooks: SendHooks): Promise<Sent> {
  return graph.act('requestWork', syncRequest(id), scopes.changeDrivers, hooks);
}
