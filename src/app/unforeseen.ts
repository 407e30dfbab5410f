import { capText, type Problem } from '../lib/problem.ts';
import { createStore, type Store } from '../lib/store.ts';

/** What looks like a token: no text of an error may show one. */
const token = /\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g;

/**
 * An error that nothing caught, as a problem: what it says in one line, without the stack, and an id by which support
 * finds it on the console of the browser.
 */
export function problemOfUnforeseen(thrown: unknown, id: string): Problem {
  const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return {
    kind: 'unexpected',
    title: 'Actiondesk met an error of its own',
    advice: `What you see may be incomplete: reload the page. The error has the id ${id}.`,
    code: id,
    date: new Date().toISOString(),
    raw: capText(said.replace(token, '(a token)')),
  };
}

/** The last error of the page that nothing caught, from now on. */
export function watchUnforeseen(): Store<Problem | null> {
  const unforeseen = createStore<Problem | null>(null);
  const tell = (thrown: unknown) => {
    // Not from crypto, which a page that is not secure lacks.
    const id = Date.now().toString(36);
    // biome-ignore lint/suspicious/noConsole: the stack is for whoever opens the console, and for nobody else
    console.error(`Actiondesk error ${id}`, thrown);
    unforeseen.set(problemOfUnforeseen(thrown, id));
  };
  addEventListener('error', ({ error, filename }) => {
    // Extensions run in this page too, and browsers tell of late resizes here: neither is an error of ours.
    if (error !== undefined && error !== null && !/^[a-z-]+-extension:/.test(filename)) tell(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
  return unforeseen;
}
