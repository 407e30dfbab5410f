import { pageReads } from '../../lib/page-reads.ts';
import { fleetReads } from '../../resources/driver-updates/fleet-reads.ts';

/** What the columns need, what this browser keeps, and the drivers of all profiles. */
export const updatesReads = pageReads('/driver-updates', fleetReads);
