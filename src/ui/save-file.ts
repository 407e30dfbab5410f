import type { Instant } from '../lib/instant.ts';

/** Gives a text to the person as a file, by the browser's own download. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** A time as a part of a file's name: "2026-12-08T0500", in UTC. */
export function stampOf(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 16).replaceAll(':', '');
}
