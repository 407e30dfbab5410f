import type { ActionRequest, Graph } from '../graph/client.ts';
import type { Action as EngineAction } from '../runs/action.ts';
import type { Intent, Item, PlannedItem, PlanTarget, Step } from '../runs/model/run.ts';
import type { Work } from '../runs/work.ts';
import type { Review } from './review.ts';

/** What carrying out an action needs of the page around it. */
export interface ActionContext {
  readonly graph: Graph;
  /** Epoch ms, as the service tells the time: dates are compared with it. */
  readonly now: () => number;
  /** Sign-in name and display name of the signed-in person, under which Graph tells who did something. */
  readonly ownNames: () => readonly string[];
  /** Gets what following a run has read of a list, for the page that shows that list. */
  readonly share: (queryKey: readonly string[], rows: unknown) => void;
}

/** Who would send a plan. */
export interface Person {
  readonly username: string;
  /** Their own name patterns, such as `SRV-*`. */
  readonly importantDevices: readonly string[];
}

/** What a person can do about an item that another try can’t help. */
export interface NextStep {
  readonly text: string;
  /** Where the text leads, outside Actiondesk. */
  readonly href?: string;
  /** The task to which the text leads, in its incident. */
  readonly task?: { readonly incidentId: string; readonly taskId: string };
}

/** The heads of the columns of results; a column without a head is not shown. */
export interface ResultHeads {
  readonly name: string;
  readonly detail?: string;
  /** What tells an item from others stands beside its name, and needs no column. */
  readonly isDetailInName?: boolean;
  readonly target?: string;
  readonly incident?: string;
}

/** A change as a plan keeps it. */
export interface Stageable {
  readonly intent: Intent;
  readonly target: { readonly id: string };
  readonly item: PlannedItem;
}

/** One kind of Graph write: all that the engine, the results and the history know of it. */
export interface Action extends EngineAction {
  /** What one of its items is called, where results are counted ("2 tasks") and where a decision is ("Run 2 actions"). */
  readonly noun: string;
  readonly decided: string;
  readonly heads: ResultHeads;
  /** The role in Entra ID that Microsoft Graph usually asks for. */
  readonly role: string;
  /** How many items a minute can be sent at most; Infinity where only Graph’s answers set the pace. */
  readonly mostPerMinute: number;
  /**
   * Whether a change can wait in a plan, and whether its parts are sound: it may come from a link. Other changes are decided
   * and sent in their own dialog alone.
   */
  canBeStaged(change: Stageable): boolean;
  /** What the button of an undo says; where the action has no undo, ''. */
  readonly undoLabel: string;
  /** What one request covers: "One request per task." */
  readonly perRequest: string;
  carryOut(intent: Intent, context: ActionContext): Work;
  /** What a step sends. @throws ProblemError for an id that Graph could not know */
  requestOf(intent: Intent, targetId: string, ids: readonly string[]): ActionRequest;
  /** What the dialog says of targets of a plan that follows from a run, by what was just read (`FreshRead.seenOf`). */
  review(intent: Intent, targets: readonly PlanTarget[], seen: unknown, person: Person): Review;
  /**
   * Why a click is too little for all of its targets in one plan, whatever their intents. Absent where `review` says that
   * of each intent.
   */
  whyType?(targets: readonly PlanTarget[]): readonly string[];
  /** The decision about items of this state: "Approve 3 drivers". @param counted "3 drivers", "the remaining 3 drivers" */
  decision(intent: Intent, before: string, counted: string): string;
  /** What was done to an item, for records: "Isolate device"; and as Graph calls it: "isolateDevice". */
  nameFor(intent: Intent, item: Pick<Item, 'before' | 'reviewed'>): string;
  graphNameFor(intent: Intent, item: Pick<Item, 'reviewed'>): string;
  /** A recorded state: "Approved, available from 2026-12-08T02:00:00Z"; with UTC dates, since it is for records. */
  stateName(state: string): string;
  /** When the changes take effect, in words; '' where that is at once. */
  dateText(intent: Intent): string;
  /** Epoch ms after which the decision is void; null where it never is. */
  lastMoment(intent: Intent): number | null;
  /** What can be done about a final refusal. */
  nextStep(step: Pick<Step, 'problem'>, item: Pick<Item, 'incident'>): NextStep;
  /** True of a failure after which another try hardly helps: it stays possible, and is never the step to take. */
  isLastWord?(item: Pick<Item, 'outcome' | 'after'>): boolean;
  /** Where an item that was done can be taken back, for an action without an undo of its own; undefined where nowhere. */
  wayBack?(item: Pick<Item, 'id' | 'incident' | 'reviewed'>): NextStep | undefined;
  /** Where a person finds what else can be done about an item that failed; undefined where nowhere. */
  wayOn?(item: Pick<Item, 'id' | 'incident'>): NextStep | undefined;
}
