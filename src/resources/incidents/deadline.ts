import { Temporal } from 'temporal-polyfill';
import type { IncidentComment } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import { formatWithDay } from '../../ui/format-near.ts';
import { isByExperts, sentencesOf, writtenComments } from './comments.ts';

/** A time that a comment names, and where. */
export interface Deadline {
  /** Epoch ms. */
  readonly at: Instant;
  /** The sentence that names it, as it was written: a person must be able to judge the reading. */
  readonly sentence: string;
  readonly comment: IncidentComment;
  /** The comment names the zone; else the reader's is taken, in which the writer may not be. */
  readonly namesZone: boolean;
}

/**
 * The deadline that comments name: Defender Experts before others, a newer comment before an older one, and in one comment
 * the earlier time: "Isolate all four devices before 22:30". Only a time of day with a word that makes it a limit counts, on
 * the day of the comment, or on the next where the time had passed when the comment was written. Nothing is inferred from
 * "soon", "tonight" or "in two hours".
 *
 * @param timeZone of the reader, such as "Europe/Berlin"
 * @returns undefined where no comment names one
 */
export function deadlineOf(comments: readonly IncidentComment[], timeZone: string): Deadline | undefined {
  const found = writtenComments(comments).flatMap((comment) => deadlinesIn(comment, timeZone));
  const byExperts = found.filter(({ comment }) => isByExperts(comment));
  // A newer comment may move the limit.
  return (byExperts.length > 0 ? byExperts : found).reduce<Deadline | undefined>(
    (best, each) => (best && isNewer(best, each) ? best : each),
    undefined,
  );
}

/** The newer comment decides; in one comment, the earlier time. */
function isNewer(a: Deadline, b: Deadline): boolean {
  const [one, other] = [a.comment.createdDateTime ?? 0, b.comment.createdDateTime ?? 0];
  return one === other ? a.at <= b.at : one > other;
}

const limit =
  /\b(?:before|by|until|till|no later than|not later than|deadline(?: is)?:?)\s+(\d{1,2})(?::(\d{2}))?\s*([ap]\.?m\b\.?)?\s*(UTC|GMT|Z)?(?!\w|:\d|[%-]|\.\d)/giu;

/** A request makes a time a limit; a report of what happened "before 22:30" does not. */
const asks =
  /\b(?:isolate|contain|restrict|quarantine|release|block|disable|reset|revoke|delete|remove|run|finish|complete|approve|respond|call|must|need|needs|please|should|deadline|later than)\b/iu;
const reports =
  /\b(?:was|were|had|has been|have been|did|happened|seen|observed|began|started|signed|logged|created|detected|occurred|stopped)\b/iu;

/** A day beside the time may be another one than the comment's. */
const namesDay = [
  /\b(?:tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu,
  /\b\d{4}-\d{2}-\d{2}\b|(?<![\d.])\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?![\d.]*\d)/u,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b/iu,
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/iu,
];

/** The name of a zone that this does not know: "CET", "PST". */
const otherZone = /^\s*\(?(?!(?:AND|OR|AT|THE)\b)[A-Z]{2,5}\b/u;

const longestRead = 10_000;

function deadlinesIn(comment: IncidentComment, timeZone: string): readonly Deadline[] {
  const { createdDateTime } = comment;
  if (createdDateTime === null) return [];
  return sentencesOf(comment.comment.slice(0, longestRead))
    .filter(isLimit)
    .flatMap((sentence) =>
      [...sentence.matchAll(limit)].flatMap((match) => {
        const time = timeOf(match);
        const rest = sentence.slice(match.index + match[0].length);
        if (!time || (match[4] === undefined && otherZone.test(rest))) return [];
        const namesZone = match[4] !== undefined;
        const at = nextAt(time, createdDateTime, namesZone ? 'UTC' : timeZone);
        return [{ at, sentence, comment, namesZone }];
      }),
    );
}

function isLimit(sentence: string): boolean {
  return asks.test(sentence) && !reports.test(sentence) && !namesDay.some((day) => day.test(sentence));
}

/** Undefined for what is no time of day: "before 3" may be three of anything. */
function timeOf([, hours = '', minutes, half]: RegExpMatchArray): Temporal.PlainTime | undefined {
  if (minutes === undefined && half === undefined) return undefined;
  const isAfternoon = half?.toLowerCase().startsWith('p') ?? false;
  const hour = Number(hours);
  const minute = Number(minutes ?? '0');
  if (minute > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return undefined;
  const whole = half === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  return new Temporal.PlainTime(whole, minute);
}

/** The first moment at this time of day that is not before the comment. */
function nextAt(time: Temporal.PlainTime, written: Instant, timeZone: string): Instant {
  const day = Temporal.Instant.fromEpochMilliseconds(written).toZonedDateTimeISO(timeZone).toPlainDate();
  const at = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
  const today = at(day);
  return today >= written ? today : at(day.add({ days: 1 }));
}

/** "due today 22:30", "was due 29 Nov, 22:30" */
export function dueText({ at }: Pick<Deadline, 'at'>, now: Instant): string {
  return `${at < now ? 'was due' : 'due'} ${formatWithDay(at, now)}`;
}
