import { pack, tooLarge, unpack } from './pack.ts';
import { largestPlan, readSharedPlan, type SharedPlan, writeSharedPlan } from './shared-plan.ts';

/** Mail and chat programs cut longer addresses. In characters. */
export const longestLink = 32_000;

const name = 'plan=';

/** Where a plan is opened, with all of it in the fragment, which browsers send to no server. @param origin of the app */
export async function planLink(origin: string, plan: SharedPlan): Promise<string> {
  return `${origin}/plan#${name}${await pack(await writeSharedPlan(plan))}`;
}

/** What a fragment holds of a plan; undefined for every other fragment. @param hash with its “#” or without */
export function packedIn(hash: string): string | undefined {
  const fragment = hash.replace(/^#/, '');
  return fragment.startsWith(name) ? fragment.slice(name.length) : undefined;
}

/** The plan of a link. @throws ProblemError that says why it is refused */
export async function openLink(packed: string, tenantId: string): Promise<SharedPlan> {
  if (packed.length > largestPlan) throw tooLarge(largestPlan);
  return readSharedPlan(await unpack(packed, largestPlan), tenantId);
}

/** The plan of a file. @throws ProblemError that says why it is refused */
export async function openFile(file: Pick<File, 'size' | 'text'>, tenantId: string): Promise<SharedPlan> {
  if (file.size > largestPlan) throw tooLarge(largestPlan);
  return readSharedPlan(await file.text(), tenantId);
}
