import { ProblemError } from '../../lib/problem.ts';

/** Where a text is of another kind than `pack` makes. */
const damaged = () =>
  new ProblemError({
    kind: 'badInput',
    title: 'This link is incomplete or was changed',
    advice: 'Copy the whole link again, or ask for the plan as a file.',
  });

/** A text, compressed, in letters that an address takes as they are. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The text that `pack` was given.
 *
 * @param most bytes: a few letters may stand for gigabytes, so that unpacking stops there
 * @throws ProblemError for letters that `pack` never makes, and for more than that
 */
export async function unpack(packed: string, most: number): Promise<string> {
  if (!/^[\w-]+$/.test(packed)) throw damaged();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for await (const bytes of unpacked(packed)) {
      size += bytes.length;
      if (size > most) break;
      text += decoder.decode(bytes, { stream: true });
    }
    text += size > most ? '' : decoder.decode();
  } catch {
    throw damaged();
  }
  if (size > most) throw tooLarge(most);
  return text;
}

async function* unpacked(packed: string): AsyncGenerator<Uint8Array> {
  const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** @param most bytes */
export function tooLarge(most: number): ProblemError {
  return new ProblemError({
    kind: 'badInput',
    title: 'This plan is too large',
    advice: `Actiondesk opens plans of up to ${Math.round(most / 1_048_576)} MB. Nothing of it was loaded.`,
  });
}
