import { capText, type Problem } from '../lib/problem.ts';
import { createStore, type Store } from '../lib/store.ts';

/** What looks like a token: no text of an error may show one. */
const token = /\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g;

/**
 * An uncaught error as a problem: its message in one line, without the stack, and an ID by which support finds it on the
 * browser's console.
 */
export function problemOfUnforeseen(thrown: unknown, id: string): Problem {
  const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return {
    kind: 'unexpected',
    title: 'Something went wrong in Actiondesk',
    advice: `This page may be incomplete. Reload it. Error ID: ${id}.`,
    code: id,
    date: new Date().toISOString(),
    raw: capText(said.replace(token, '(a token)')),
  };
}

/** The latest uncaught error of the page, from now on. */
export function watchUnforeseen(): Store<Problem | null> {
  const unforeseen = createStore<Problem | null>(null);
  const tell = (thrown: unknown) => {
    // Not from crypto, which a page that is not secure lacks.
    const id = Date.now().toString(36);
    // biome-ignore lint/suspicious/noConsole: the stack is shown only on the console
    console.error(`Actiondesk error ${id}`, thrown);
    unforeseen.set(problemOfUnforeseen(thrown, id));
  };
  addEventListener('error', ({ error, filename }) => {
    // Extensions run in this page too, and browsers report late resizes here: neither is an error of ours.
    if (error !== undefined && error !== null && !/^[a-z-]+-extension:/.test(filename)) tell(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
  return unforeseen;
}
