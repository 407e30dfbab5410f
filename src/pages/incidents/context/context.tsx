import { showHidden } from '../../../lib/visible-text.ts';
import type { PartProps } from '../part.ts';

/** What is known around the tasks of an incident. */
export function Context({ group }: PartProps) {
  return (
    <p>
      <bdi>{showHidden(group.incident?.displayName ?? '')}</bdi>
    </p>
  );
}
