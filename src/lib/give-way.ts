/** Lets the browser draw, and hear keys and clicks, before what follows; at once where it can't say when it has. */
export async function giveWay(): Promise<void> {
  await globalThis.scheduler?.yield?.();
}
