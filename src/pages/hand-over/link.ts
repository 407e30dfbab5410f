import { pack, unpack } from '../../plan/share/pack.ts';
import { damaged, readSent, type SentHandOver, writeSent } from '../../resources/hand-over/received.ts';

const name = 'tasks=';

/** In bytes; more than the most tasks that a link takes along. */
const largest = 1_048_576;

/** Where a hand-over is opened, with all of it in the fragment, which browsers send to no server. @param origin of the app */
export async function handOverLink(origin: string, sent: SentHandOver, tenantId: string): Promise<string> {
  return `${origin}/hand-over#${name}${await pack(await writeSent(sent, tenantId))}`;
}

/** What a fragment holds of a hand-over; undefined for every other fragment. @param hash with its “#” or without */
export function packedIn(hash: string): string | undefined {
  const fragment = hash.replace(/^#/, '');
  return fragment.startsWith(name) ? fragment.slice(name.length) : undefined;
}

/** The hand-over of a link. @throws ProblemError that says why it is refused */
export async function openHandOver(packed: string, tenantId: string): Promise<SentHandOver> {
  let text: string;
  try {
    text = await unpack(packed, largest);
  } catch {
    throw damaged();
  }
  return readSent(text, tenantId);
}
