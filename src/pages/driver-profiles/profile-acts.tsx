import type { ComponentProps } from 'react';
import type { Graph } from '../../graph/client.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { ProfileCommands } from './profile-commands.tsx';
import { ProfileDecision } from './profile-decision.tsx';
import { draftOf, useProfileDraft } from './profile-draft.ts';

/** What can be done in the list of profiles, and the dialog about it. */
export function ProfileActs({
  profiles,
  graph,
  ...props
}: Omit<ComponentProps<typeof ProfileCommands>, 'onAsk'> & {
  /** Every profile that is loaded. */
  profiles: readonly DriverProfile[];
  graph: Graph;
}) {
  const [draft, setDraft] = useProfileDraft('list');
  return (
    <>
      <ProfileCommands {...props} onAsk={(command, profile) => setDraft(draftOf(command, profile))} />
      <ProfileDecision
        draft={draft}
        onChange={setDraft}
        profiles={profiles}
        graph={graph}
        runner={props.runner}
      />
    </>
  );
}
