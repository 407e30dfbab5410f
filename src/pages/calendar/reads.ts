import { pageReads } from '../../lib/page-reads.ts';
import { fleetReads } from '../../resources/driver-updates/fleet-reads.ts';

/** The profiles, what this browser keeps, and the drivers of all profiles. */
export const calendarReads = pageReads('/calendar', fleetReads);
