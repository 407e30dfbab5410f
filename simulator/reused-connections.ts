/** Connections that have carried a request, when each was opened, and the requests that came on one that was no new one. */
const used = new WeakSet<object>();
const openedAt = new WeakMap<object, number>();
const onUsed = new WeakSet<object>();

/** One that is opened for a request carries it at once; one that was left over by a race of two waits for longer, in ms. */
const atOnce = 100;

/** To be told of each connection when it is opened. */
export function noteOpened(connection: object, now = performance.now()): void {
  openedAt.set(connection, now);
}

/**
 * To be told of each request before it is answered. A browser repeats only what died on a connection that had carried
 * another request, or had waited for one: net/http/http_stream_parser.cc of Chromium, IsConnectionReused.
 */
export function noteConnection(
  incoming: object,
  connection: object | undefined,
  now = performance.now(),
): void {
  if (!connection) return;
  const hasWaited = now - (openedAt.get(connection) ?? now) > atOnce;
  if (used.has(connection) || hasWaited) onUsed.add(incoming);
  used.add(connection);
}

/** Whether the connection of a request had carried another before, or had waited for one. */
export function isOnUsed(incoming: object | undefined): boolean {
  return incoming !== undefined && onUsed.has(incoming);
}
