import type { Graph } from '../../graph/client.ts';
import {
  createProfile,
  deleteProfile,
  editProfile,
  readCreatedId,
} from '../../graph/driver-profile-writes.ts';
import { getDriverProfile } from '../../graph/driver-profiles.ts';
import { scopes } from '../../graph/scopes.ts';
import { type Inspected, observeEach, orGone, rereadAny, type Work } from '../../runs/work.ts';
import { changesAfresh, readProfiles } from './afresh.ts';
import { judgeCreateAfter, judgeCreateBefore } from './create-verdicts.ts';
import type { CreateIntent, EditIntent, ProfileIntent } from './intent.ts';
import { createdState } from './state.ts';
import { judgeDeleteAfter, judgeDeleteBefore, judgeEditAfter, judgeEditBefore } from './verdicts.ts';

/** Creates, edits or deletes profiles, and reads afterward what has come of it. */
export function profileWork(graph: Graph, intent: ProfileIntent): Work {
  return {
    scopes: scopes.changeDrivers,
    // A list that is read before two sendings would tell the two apart no more.
    lanes: intent.change === 'create' ? 1 : 2,
    readAt: [2, 5, 15, 30, 60, 120].map((seconds) => seconds * 1_000),
    readAfresh: (targets) => changesAfresh(graph, intent, targets),
    // Microsoft Graph says of no profile that its change is in progress.
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'unknown' }),
    isFinal: ({ kind }) => kind === 'notFound',
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'successful' })),
    ...partsOf(graph, intent),
  };
}

type Parts = Pick<Work, 'inspect' | 'send' | 'observe'> & Partial<Pick<Work, 'account'>>;

function partsOf(graph: Graph, intent: ProfileIntent): Parts {
  switch (intent.change) {
    case 'create':
      return creation(graph, intent);
    case 'edit':
      return edit(graph, intent);
    case 'delete':
      return deletion(graph);
  }
}

function creation(graph: Graph, intent: CreateIntent): Parts {
  return {
    async inspect(step, signal) {
      const read = await readProfiles(graph.checking, signal);
      const wasSent = step.attempts.length > 0;
      return planned(step).map((item) => judgeCreateBefore(intent, item, read, wasSent));
    },
    send: (_step, _ids, hooks) => createProfile(graph, intent, rereadAny(hooks)),
    account(ids, { body }) {
      const named = readCreatedId(body);
      const after = named === undefined ? {} : { after: createdState(named) };
      return ids.map((id) => ({ id, phase: 'answered', outcome: 'successful', ...after }));
    },
    async observe(steps, elapsed) {
      const read = await readProfiles(graph);
      return observeEach(steps, async () => (item) => judgeCreateAfter(intent, item, read, elapsed));
    },
  };
}

function edit(graph: Graph, intent: EditIntent): Parts {
  return {
    async inspect(step, signal) {
      const profile = await getDriverProfile(graph.checking, step.targetId, signal);
      const wasSent = step.attempts.length > 0;
      return planned(step).map((item) => judgeEditBefore(intent, item, profile, wasSent));
    },
    send: ({ targetId }, _ids, hooks) => editProfile(graph, targetId, intent, rereadAny(hooks)),
    observe: (steps, elapsed) =>
      observeEach(steps, async ({ targetId }) => {
        const profile = await orGone(getDriverProfile(graph, targetId));
        return (item) => judgeEditAfter(intent, item, profile, elapsed);
      }),
  };
}

function deletion(graph: Graph): Parts {
  return {
    async inspect(step, signal): Promise<readonly Inspected[]> {
      const profile = await orGone(getDriverProfile(graph.checking, step.targetId, signal));
      const wasSent = step.attempts.length > 0;
      return planned(step).map((item) => judgeDeleteBefore(item, profile, wasSent));
    },
    send: ({ targetId }, _ids, hooks) => deleteProfile(graph, targetId, rereadAny(hooks)),
    observe: (steps, elapsed) =>
      observeEach(steps, async ({ targetId }) => {
        const profile = await orGone(getDriverProfile(graph, targetId));
        return (item) => judgeDeleteAfter(item, profile, elapsed);
      }),
  };
}

function planned({ items }: Parameters<Work['inspect']>[0]) {
  return items.filter(({ phase }) => phase === 'planned');
}
