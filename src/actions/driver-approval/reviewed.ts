import type { Driver } from '../../graph/driver-inventories.ts';
import { showName } from '../../lib/visible-text.ts';
import { statusWord } from '../../resources/driver-profiles/words.ts';
import type { Reviewed } from '../../runs/model/run.ts';
import { changedFacts } from '../changed-facts.ts';

/** What a decision about a driver rests on: which driver, whether firmware, and its state in the profile. */
export function reviewedDriver(driver: Driver): Reviewed {
  const { name, version, driverClass, approvalStatus } = driver;
  return { name, version, driverClass, approvalStatus };
}

const labels = { approvalStatus: 'Status', name: 'Name', version: 'Version', driverClass: 'Class' };

/** Which facts of a driver are no longer what was reviewed, in words; undefined when all are the same. */
export function changesOfDriver(reviewed: Reviewed, driver: Driver): string | undefined {
  return changedFacts(reviewed, reviewedDriver(driver), labels, wordOf);
}

function wordOf(fact: string, value: string): string {
  return fact === 'approvalStatus' ? statusWord(value) : showName(value);
}
