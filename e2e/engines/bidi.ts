/** A connection to a browser over WebDriver BiDi: commands and their answers, and events. https://www.w3.org/TR/webdriver-bidi/ */
export interface Bidi {
  send(method: string, params: object): Promise<Readonly<Record<string, unknown>>>;
}

/** What comes over the wire: the answer to a command, or an event. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: string;
  readonly message?: string;
}

/** How long, in ms, a browser may take for a command. */
const longest = 15_000;

/** @param onEvent is told each event that the session is subscribed to */
export async function connectBidi(
  address: string,
  onEvent: (method: string, params: unknown) => void,
): Promise<Bidi> {
  const socket = new WebSocket(address);
  const open = new Map<number, { resolve(message: Message): void; reject(error: Error): void }>();
  let sent = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message; // as the protocol has it
    if (message.method !== undefined) onEvent(message.method, message.params);
    open.get(message.id ?? -1)?.resolve(message);
    open.delete(message.id ?? -1);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of open.values()) reject(new Error('The browser has gone'));
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`No connection to ${address}`)));
  });
  return {
    async send(method, params) {
      sent += 1;
      const id = sent;
      const answer = new Promise<Message>((resolve, reject) => {
        open.set(id, { resolve, reject });
        AbortSignal.timeout(longest).onabort = () => reject(new Error(`${method}: no answer`));
      });
      socket.send(JSON.stringify({ id, method, params }));
      const { result, error, message } = await answer;
      if (result === undefined) throw new Error(`${method}: ${error}: ${message}`);
      return result;
    },
  };
}
