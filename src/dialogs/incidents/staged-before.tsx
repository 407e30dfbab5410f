import { changeName } from '../../plan/staged/change-words.ts';
import { changeKey } from '../../plan/staged/staged-change.ts';
import { usePlan } from '../../plan/staged/use-plan.ts';
import { countOf } from '../../ui/format.ts';

/** What is staged for these incidents already: a plan holds one change of each, and the later one takes its place. */
export function StagedBefore({ incidentIds }: { incidentIds: readonly string[] }) {
  const [{ changes }] = usePlan();
  const staged = incidentIds.flatMap((id) => changes.get(changeKey({ target: { id }, item: { id } })) ?? []);
  const [first, ...others] = staged;
  if (!first) return null;
  return (
    <p>
      Already in your plan:{' '}
      {others.length === 0 ? (
        <bdi>{changeName(first)}</bdi>
      ) : (
        `changes of ${countOf(staged.length, 'incident')}`
      )}
      . <strong>Stage</strong> replaces {others.length === 0 ? 'this change' : 'these changes'}.
    </p>
  );
}
