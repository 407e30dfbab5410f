import type { BulkDriverActionResult } from '../../graph/driver-actions.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';

/**
 * Accounts for every driver of a request in Graph's response. An id in exactly one list has that outcome; an id in none,
 * or in two, is unknown. Ids that were not requested are ignored. Ids are compared without regard to case.
 *
 * @param result undefined when the answer has another shape: then everything is unknown
 */
export function accountDrivers(
  driverIds: readonly string[],
  result: BulkDriverActionResult | undefined,
): ItemResult[] {
  const lists = [
    ['successful', toSet(result?.successfulDriverIds)],
    ['failed', toSet(result?.failedDriverIds)],
    ['notFound', toSet(result?.notFoundDriverIds)],
  ] as const;
  return driverIds.map((id): ItemResult => {
    const found = lists.filter(([, ids]) => ids.has(id.toLowerCase())).map(([outcome]) => outcome);
    const [outcome] = found;
    if (outcome === undefined || found.length > 1) {
      return {
        id,
        phase: 'answered',
        outcome: 'unknown',
        reason:
          found.length > 1
            ? `In Intune’s response twice: ${found.join(' and ')}`
            : 'Missing from Intune’s response',
      };
    }
    return {
      id,
      // What Intune says of an id is checked by reading it again; what is gone cannot be read.
      phase: outcome === 'notFound' ? 'settled' : 'answered',
      outcome,
      reason: reasons[outcome],
    };
  });
}

const reasons = {
  successful: '',
  failed: 'Intune gave no reason',
  notFound: 'Intune no longer finds it in this profile',
} as const;

function toSet(ids: readonly string[] | undefined): ReadonlySet<string> {
  return new Set(ids?.map((id) => id.toLowerCase()));
}
