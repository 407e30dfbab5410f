/** Connections that have carried a request, and the requests that came on one of them. */
const used = new WeakSet<object>();
const onUsed = new WeakSet<object>();

/** To be told of each request before it is answered. A browser repeats only what died on a connection that had worked. */
export function noteConnection(incoming: object, connection: object | undefined): void {
  if (!connection) return;
  if (used.has(connection)) onUsed.add(incoming);
  else used.add(connection);
}

/** Whether the connection of a request had carried another before. */
export function isOnUsed(incoming: object | undefined): boolean {
  return incoming !== undefined && onUsed.has(incoming);
}
