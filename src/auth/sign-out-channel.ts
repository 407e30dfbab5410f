/** Tells other tabs that somebody signs out: each tab has a session of its own, and would go on. */
export interface SignOutChannel {
  tell(accountKey: string): void;
}

/** @param onSignOut gets the account that signed out in another tab */
export function createSignOutChannel(onSignOut: (accountKey: string) => void): SignOutChannel {
  const channel = new BroadcastChannel('actiondesk-sign-out');
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    // Whoever forges a message from a page of this origin can end a session, and nothing more.
    if (typeof data === 'string') onSignOut(data);
  });
  return { tell: (accountKey) => channel.postMessage(accountKey) };
}
