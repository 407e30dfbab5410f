import { useState } from 'react';

/** The list of the render before, where it has the same members: what is worked out from it is then kept. */
export function useSameList<Member>(list: readonly Member[]): readonly Member[] {
  const [before, keep] = useState(list);
  if (before.length === list.length && before.every((member, index) => member === list[index])) return before;
  keep(list);
  return list;
}
