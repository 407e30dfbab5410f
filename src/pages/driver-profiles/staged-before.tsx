import { changeName, wantedText } from '../../plan/staged/change-words.ts';
import { changeKey } from '../../plan/staged/staged-change.ts';
import { usePlan } from '../../plan/staged/use-plan.ts';

/** What is staged for a profile already: a plan holds one change of each, and the later one takes its place. */
export function StagedBefore({ profileId }: { profileId: string }) {
  const [{ changes }] = usePlan();
  const staged = changes.get(changeKey({ target: { id: profileId }, item: { id: profileId } }));
  if (!staged) return null;
  return (
    <p>
      Already in your plan: {changeName(staged)}, <bdi>{wantedText(staged)}</bdi>. <strong>Stage</strong>{' '}
      replaces this change.
    </p>
  );
}
