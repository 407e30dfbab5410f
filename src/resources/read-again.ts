import type { Query, QueryClient, QueryFilters } from '@tanstack/react-query';

/**
 * Has what these filters find read again, at once where a page shows it. A read that is under way has begun before now, and
 * ends here: its next page would count as new.
 */
export function readAgain(queryClient: QueryClient, filters: QueryFilters): void {
  // What is found may depend on reads that are under way.
  const found = new Set(queryClient.getQueryCache().findAll(filters));
  const predicate = (query: Query) => found.has(query);
  void queryClient.cancelQueries({ predicate });
  void queryClient.invalidateQueries({ predicate });
}
