import { useLayoutEffect, useMemo, useRef } from 'react';
import { type OtherTask, otherTasksOn } from '../../../actions/response-action/opposed.ts';
import { incidentRun } from '../../../actions/response-action/run-incident.ts';
import { type SensibleStep, sensibleStep } from '../../../actions/response-action/sensible-step.ts';
import { roleGapBefore } from '../../../actions/user-action/role-gap.ts';
import { useAccount } from '../../../auth/session.ts';
import { useRefused } from '../../../dialogs/tasks/why-not.tsx';
import type { Evidence } from '../../../graph/evidence.ts';
import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import type { IncidentComment } from '../../../graph/incidents.ts';
import type { Instant } from '../../../lib/instant.ts';
import { deviceFactsOf } from '../../../resources/devices/device-facts.ts';
import {
  type DeviceConflict,
  type DeviceTruth,
  deviceTruths,
  truthFor,
} from '../../../resources/devices/device-truth.ts';
import type { TasksOfIncident } from '../../../resources/incident-tasks/by-incident.ts';
import {
  groupsByTarget,
  inHeldOrder,
  type TargetGroup,
  type TaskOnTarget,
} from '../../../resources/incident-tasks/by-target.ts';
import { type Progress, progressOf } from '../../../resources/incident-tasks/progress.ts';
import { fullTarget } from '../../../resources/incident-tasks/target.ts';
import { targetKind } from '../../../resources/incident-tasks/words.ts';
import { warningAbout } from '../../../resources/incidents/held-back.ts';
import { useBusyIds } from '../../../run-panel/run-marks.tsx';
import { useNow } from '../../../ui/use-now.ts';
import type { DeskKnowledge } from '../part.ts';
import { onSameDevices } from './same-devices.ts';

/** A task as its line shows it. */
export interface DeskTask extends TaskOnTarget {
  readonly step: SensibleStep;
  /** As Graph names the target: what the title says of it stands in the head above. */
  readonly targetText: string;
  /** Undefined unless its action is in progress. */
  readonly progress: Progress | undefined;
  /** A run holds it. */
  readonly isBusy: boolean;
  /** When the signed-in person started it from this browser; undefined where they didn't. */
  readonly startedAt: Instant | undefined;
  /** Tasks of other incidents that do the same on its device, or the opposite, and are not over. */
  readonly others: readonly OtherTask[];
  /** What speaks against the person's roles before a user action; undefined where nothing does. */
  readonly roleGap: string | undefined;
  /** Why a run of the whole incident leaves it out; undefined where that takes it. */
  readonly whySkipped: string | undefined;
  /** What the person wrote down when something was sent for it; undefined where nothing was. */
  readonly note: string | undefined;
}

/** What tasks act on, with what is known of it. */
export interface DeskTarget {
  readonly target: TargetGroup;
  /** Of a device, over the tasks of all incidents. */
  readonly truth: DeviceTruth | undefined;
  /** Those that concern its tasks here. */
  readonly conflicts: readonly DeviceConflict[];
  readonly tasks: readonly DeskTask[];
}

export interface IncidentTasks {
  readonly targets: readonly DeskTarget[];
  /** In the order shown. */
  readonly tasks: readonly DeskTask[];
  /** Those that run together, in the order of sending. */
  readonly runnable: readonly IncidentTask[];
}

/**
 * The tasks of an incident by target, each with its next step. Targets keep their places as long as the caller is mounted.
 *
 * @param evidence of the incident, as far as it is here
 * @param isComplete all tasks are loaded
 */
export function useIncidentTasks(
  group: TasksOfIncident,
  all: readonly IncidentTask[],
  evidence: readonly Evidence[],
  known: DeskKnowledge,
  isComplete: boolean,
): IncidentTasks {
  const now = useNow();
  const refused = useRefused();
  const busy = useBusyIds();
  const { roles } = useAccount();
  const { tasks } = group;
  const comments = group.incident?.comments ?? noComments;

  const held = useRef<readonly string[]>([]);
  const targets = useMemo(
    () => inHeldOrder(groupsByTarget(tasks, all, evidence), held.current),
    [tasks, all, evidence],
  );
  // While tasks are still being loaded, nobody aims at a line.
  useLayoutEffect(() => {
    if (isComplete) held.current = targets.flatMap((target) => target.tasks.map(({ task }) => task.id));
  }, [targets, isComplete]);
  const facts = useMemo(() => deviceFactsOf(evidence.filter((piece) => piece.kind === 'device')), [evidence]);
  const related = useMemo(() => {
    const shownUnder = targets.flatMap((target) => target.facts ?? []);
    return onSameDevices(tasks, all, shownUnder);
  }, [tasks, all, targets]);
  return useMemo(() => {
    const truths = deviceTruths(related, facts, known, now);
    const truthOf = (task: IncidentTask) => truthFor(task, related, facts, truths);
    const warningOf = (task: IncidentTask) => {
      const { name, onDevice } = fullTarget(task, all);
      return warningAbout(targetKind(task) === 'Device' ? name : onDevice, comments);
    };
    const inOrder = targets.flatMap((target) => target.tasks.map(({ task }) => task));
    const { run, skipped } = incidentRun(inOrder, {
      whyRefused: refused,
      isUnknown: ({ id }) => known.unknown.has(id),
      truthOf,
      warningOf,
    });
    const whys = new Map(skipped.map(({ task, reason }) => [task.id, reason]));
    const deskTask = (entry: TaskOnTarget): DeskTask => {
      const { task, join } = entry;
      const progress = progressOf(task, known, now);
      const step = sensibleStep(task, {
        join,
        all,
        isStuck: progress?.isStuck ?? false,
        isRefused: refused(task) !== undefined,
        isUnknown: known.unknown.has(task.id),
        acted: known.acted.get(task.id),
      });
      const targetText = fullTarget(task, all).name;
      const others = otherTasksOn(task, truthOf(task)?.tasks ?? []);
      return {
        ...entry,
        step,
        targetText,
        progress,
        isBusy: busy.has(task.id),
        startedAt: known.ownStarts.get(task.id),
        others: others.filter(({ other }) => other.incident?.id !== task.incident?.id),
        roleGap: step.kind === 'userAction' ? roleGapBefore(step.action, roles) : undefined,
        whySkipped: whys.get(task.id),
        note: known.notes.get(task.id),
      };
    };
    const shown = targets.map((target): DeskTarget => {
      const ids = new Set(target.tasks.map(({ task }) => task.id));
      const [first] = target.tasks;
      // The first task may be a file that was found here by its hash: Graph doesn't say that of it.
      const ofDevice = truths.get(target.facts?.keys[0] ?? '');
      const truth = target.kind === 'device' && first ? (ofDevice ?? truthOf(first.task)) : undefined;
      // What is done already is done: only what would do it again conflicts with that.
      const conflicts = (truth?.conflicts ?? []).filter((conflict) =>
        (conflict.kind === 'already' ? conflict.tasks.slice(1) : conflict.tasks).some(({ id }) =>
          ids.has(id),
        ),
      );
      return { target, truth, conflicts, tasks: target.tasks.map(deskTask) };
    });
    return {
      targets: shown,
      tasks: shown.flatMap((target) => target.tasks),
      runnable: run.filter(({ id }) => !busy.has(id)),
    };
  }, [targets, related, facts, all, comments, known, now, refused, busy, roles]);
}

const noComments: readonly IncidentComment[] = [];
