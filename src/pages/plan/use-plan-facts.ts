import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isDriverIntent } from '../../actions/driver-approval/intent.ts';
import { seenProfiles } from '../../actions/driver-approval/seen.ts';
import type { Graph } from '../../graph/client.ts';
import { usePlan } from '../../plan/staged/use-plan.ts';
import { useFreezes } from '../../plan/use-freezes.ts';
import { profilesQuery } from '../../resources/driver-profiles/queries.ts';
import { arrange } from '../../resources/driver-updates/ring-order.ts';
import { useRingOrder } from '../../resources/driver-updates/use-ring-order.ts';
import type { Runner } from '../../runs/runner.ts';
import { useNow } from '../../ui/use-now.ts';
import { checkTexts } from './check-text.ts';
import { frozenOf } from './frozen.ts';
import { groupsOf, linesOf } from './plan-lines.ts';
import { planPreviewQuery } from './queries.ts';
import { timelineOf } from './timeline.ts';

/** The plan with what the last read says of it, arranged for the page. */
export function usePlanFacts(graph: Graph, runner: Runner) {
  const [plan, store] = usePlan();
  const { changes } = plan;
  const read = useQuery({ ...planPreviewQuery(runner, changes), placeholderData: keepPreviousData });
  // What an earlier state of the plan was read for shows until the new one is; nothing is sent on the strength of it.
  const preview = changes.size > 0 ? read.data : undefined;
  const isChecked = preview !== undefined && !read.isPlaceholderData && !read.isFetching && !read.error;
  // A person who stages tasks alone may have no permission for profiles.
  const hasDrivers = [...changes.values()].some(({ intent }) => isDriverIntent(intent));
  const profiles = useQuery({ ...profilesQuery(graph), enabled: hasDrivers }).data?.rows;
  const [ringOrder] = useRingOrder();
  const [freezes] = useFreezes();
  const now = useNow();

  const lines = useMemo(() => linesOf(changes, preview), [changes, preview]);
  const groups = useMemo(() => {
    const { rings, beside } = arrange(profiles ?? [], ringOrder);
    return groupsOf(
      lines,
      [...rings, ...beside].map(({ id }) => id),
      rings.length,
    );
  }, [lines, profiles, ringOrder]);
  const frozen = useMemo(() => frozenOf(lines, freezes, now), [lines, freezes, now]);
  const frozenByKey = useMemo(() => new Map(frozen.map((each) => [each.line.key, each])), [frozen]);
  const checks = useMemo(() => checkTexts(groups, now), [groups, now]);
  const timeline = useMemo(() => timelineOf(groups, freezes, now), [groups, freezes, now]);
  const seen = useMemo(() => seenProfiles(preview?.seen ?? []), [preview]);
  return {
    plan,
    store,
    read,
    preview,
    isChecked,
    lines,
    groups,
    frozen,
    /** By the keys of lines. */
    frozenByKey,
    /** By the keys of lines, as `checkTexts`. */
    checks,
    timeline,
    seen,
    now,
  };
}

export type PlanFacts = ReturnType<typeof usePlanFacts>;
