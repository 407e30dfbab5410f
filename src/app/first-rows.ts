import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';

/** How long the rest of the app waits for a page that shows nothing, in ms. */
const patience = 1_000;

/** Resolves once the first page is drawn with the answer to a read; after a second in any case: a page may read nothing. */
export async function firstRows(router: AnyRouter, queryClient: QueryClient): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
  const page = new Promise<void>((resolve) => {
    const stop = router.subscribe('onRendered', () => {
      stop();
      resolve();
    });
  });
  await Promise.race([late, Promise.all([page, firstAnswer(queryClient)]).then(nextFrame)]);
}

function firstAnswer(queryClient: QueryClient): Promise<void> {
  const cache = queryClient.getQueryCache();
  return new Promise((resolve) => {
    const look = () => {
      if (cache.getAll().every(({ state }) => state.status === 'pending')) return;
      stop();
      resolve();
    };
    const stop = cache.subscribe(look);
    look();
  });
}

/** Rows get into the page right after their answer: the frame after the next one shows them. */
const nextFrame = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
