import { showHidden } from '../../../lib/visible-text.ts';
import type { PartProps } from '../part.ts';

/** The tab of that name. */
export function Runs({ group }: PartProps) {
  return (
    <p>
      <bdi>{showHidden(group.incident?.displayName ?? '')}</bdi>
    </p>
  );
}
