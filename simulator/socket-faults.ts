import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { Server, Socket } from 'node:net';
import { type SocketFault, socketFaults } from './graph/message.ts';
import { socketHeader } from './graph/response.ts';
import { noteOpened } from './reused-connections.ts';

type Incoming = IncomingMessage | Http2ServerRequest;
type Outgoing = ServerResponse | Http2ServerResponse;

/** A request as the server has it. */
export interface Exchange {
  readonly incoming: Incoming;
  readonly outgoing: Outgoing;
}

/** Finds the TCP connection of a request: that of a TLS or HTTP/2 request is out of reach otherwise. */
export interface Connections {
  socketOf(incoming: Incoming): Socket | undefined;
  destroyAll(): void;
}

/** Keeps a server's TCP connections, by the port of the other side: on one machine it names them. */
export function watchConnections(server: Server): Connections {
  const sockets = new Map<number, Socket>();
  server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    noteOpened(socket);
    socket.once('close', () => sockets.delete(port));
  });
  return {
    socketOf: (incoming) => sockets.get(incoming.socket.remotePort ?? 0),
    destroyAll: () => {
      for (const socket of sockets.values()) socket.destroy();
    },
  };
}

/** What the answer asks to be done to the connection; the header is taken off. */
export function takeSocketFault(response: Response): SocketFault | undefined {
  const name = response.headers.get(socketHeader);
  response.headers.delete(socketHeader);
  return socketFaults.find((fault) => fault === name);
}

/** How long the other side has to take note of a GOAWAY before the connection ends. */
const goawayMs = 1_000;

/** Does to a connection what a fault says, in place of an answer, or with half of `response`. */
export async function strikeSocket(
  fault: SocketFault,
  response: Response,
  { incoming, outgoing }: Exchange,
  socket: Socket,
): Promise<void> {
  switch (fault) {
    case 'silence':
      return;
    case 'truncate':
      return sendHalf(response, outgoing);
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'end':
      socket.end();
      return;
    case 'close':
      socket.destroy();
      return;
  }
  // What only HTTP/2 can say becomes a closed connection on HTTP/1.1.
  if (!('stream' in incoming)) {
    socket.destroy();
    return;
  }
  const { stream } = incoming;
  if (fault === 'refuse') stream.close(constants.NGHTTP2_REFUSED_STREAM);
  else if (fault === 'cancel') stream.close(constants.NGHTTP2_CANCEL);
  else goAway(incoming, socket);
}

/** Names the stream before this one as the last that was taken, and ends the connection once that has been read. */
function goAway({ stream }: Http2ServerRequest, socket: Socket): void {
  const { session } = stream;
  if (!session) return;
  const end = () => socket.destroy();
  const before = (stream.id ?? 1) - 2;
  // Node takes a 0 for "all that were taken": the first request of a connection is refused by its stream as well.
  if (before < 1) stream.close(constants.NGHTTP2_REFUSED_STREAM);
  session.goaway(constants.NGHTTP2_NO_ERROR, Math.max(0, before));
  session.ping(end);
  setTimeout(end, goawayMs).unref();
}

/** Sends the headers with the full length and half of the body, then breaks off. */
async function sendHalf(response: Response, outgoing: Outgoing): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const half = body.subarray(0, body.length / 2);
  const headers = { ...Object.fromEntries(response.headers), 'content-length': Math.max(body.length, 2) };
  if ('stream' in outgoing) {
    const { stream } = outgoing;
    outgoing.writeHead(response.status, headers);
    outgoing.write(half, () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
    return;
  }
  outgoing.writeHead(response.status, headers);
  outgoing.write(half, () => outgoing.destroy());
  outgoing.flushHeaders();
}
