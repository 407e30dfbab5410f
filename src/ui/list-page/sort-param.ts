import type { Sort } from '../data-grid/row-model.ts';

/** A sort as it stands in an address: `name`, or `-name` for descending. */
export function readSort(text: string | undefined): Sort | undefined {
  if (!text) return undefined;
  return text.startsWith('-')
    ? { column: text.slice(1), direction: 'descending' }
    : { column: text, direction: 'ascending' };
}

export function writeSort(sort: Sort | undefined): string | undefined {
  if (!sort) return undefined;
  return sort.direction === 'descending' ? `-${sort.column}` : sort.column;
}
