import { lazy, Suspense } from 'react';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import type { ProfileDecisionProps } from './profile-dialog.ts';
import type { ProfileDraft } from './profile-draft.ts';

// The dialogs load once one of them is asked for.
const ProfileDialogs = lazy(async () => ({
  default: (await import('./profile-dialogs.tsx')).ProfileDialogs,
}));

/** The dialog about a profile, if one is open. */
export function ProfileDecision({
  draft,
  ...props
}: ProfileDecisionProps & { readonly draft: ProfileDraft | null }) {
  return (
    draft && (
      <PartBoundary name="The dialog">
        <Suspense fallback={null}>
          <ProfileDialogs {...props} draft={draft} />
        </Suspense>
      </PartBoundary>
    )
  );
}
