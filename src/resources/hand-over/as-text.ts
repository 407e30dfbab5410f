import { escapeMarkdown } from '../../lib/escape-markdown.ts';
import type { Instant } from '../../lib/instant.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { formatMoment } from '../../ui/format.ts';
import { groupTitle } from '../incidents/words.ts';
import type { HandOver, HandOverIncident, HandOverLine, Seen } from './hand-over.ts';
import { commentsText, incidentLine, lineChange, lineState, seenText, zoneText } from './words.ts';

/** How the parts of a hand-over are written. All texts come as they are: names are foreign. */
interface Style {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly item: (text: string) => string;
  readonly inner: (text: string) => string;
  readonly quote: (text: string) => string;
}

const markdown: Style = {
  title: (text) => `# ${escapeMarkdown(text)}`,
  heading: (text) => `## ${escapeMarkdown(text)}`,
  text: escapeMarkdown,
  strong: (text) => `**${escapeMarkdown(text)}**`,
  item: (text) => `- ${text}`,
  inner: (text) => `  - ${text}`,
  quote: (text) => `> ${escapeMarkdown(text)}`,
};

const plain: Style = {
  title: (text) => text,
  heading: (text) => text,
  text: (text) => text,
  strong: (text) => text,
  item: (text) => `• ${text}`,
  inner: (text) => `  – ${text}`,
  quote: (text) => text,
};

/** A hand-over as Markdown, in which no foreign text is markup. @param by who hands over, by a real name */
export function asMarkdown(given: HandOver, by: string): string {
  return write(given, by, markdown);
}

/** The same as plain text, for a mail. */
export function asPlainText(given: HandOver, by: string): string {
  return write(given, by, plain);
}

/**
 * One incident of a hand-over as plain text: a comment of Defender shows no Markdown. A comment can't be deleted, so it says
 * itself what could not be read. It tells of no other comments, which stand beside it.
 */
export function asComment(
  incident: HandOverIncident,
  { missing, now, timeZone }: Pick<HandOver, 'missing' | 'now' | 'timeZone'>,
  by: string,
): string {
  const sent = incident.sent.filter(({ isComment }) => !isComment).map(withoutNote);
  const lines = incident.lines.map((line) => ({ ...line, seen: line.seen.map(withoutNote) }));
  const given = { ...incident, comments: [], commentsLeftOut: 0, sent, lines };
  return [
    `Hand-over by ${showHidden(by)}. ${zoneText(timeZone, now)}`,
    ...missing.map((text) => `Not complete: ${text}`),
    ...incidentLines(given, plain, null, by),
  ].join('\n');
}

/** The note of a run stays in its browser, as its dialog promised. */
function withoutNote(seen: Seen): Seen {
  return { ...seen, note: '' };
}

/** "Sam Operator, 30 Nov 2026, 22:00. Changes since 30 Nov 2026, 14:00. Times are in …". @param by who hands over */
export function introText(
  { since, now, timeZone }: Pick<HandOver, 'since' | 'now' | 'timeZone'>,
  by: string,
): string {
  return `${showHidden(by)}, ${formatMoment(now)}. Changes since ${formatMoment(since)}. ${zoneText(timeZone, now)}`;
}

/** In place of incidents, where none is to be told. */
export const nothingText = 'Nothing changed, and nothing is open.';

function write(given: HandOver, by: string, style: Style): string {
  const { missing, incidents, now } = given;
  const parts = incidents.map((incident) =>
    [style.heading(groupTitle(incident.group)), '', ...incidentLines(incident, style, now, by)].join('\n'),
  );
  return [
    style.title('Hand-over'),
    style.text(introText(given, by)),
    ...missing.map((text) => style.strong(`Not complete: ${text}`)),
    ...(parts.length > 0 ? parts : [style.text(nothingText)]),
  ].join('\n\n');
}

function incidentLines(
  incident: HandOverIncident,
  style: Style,
  now: Instant | null,
  by: string,
): readonly string[] {
  const { note, lines, sent } = incident;
  const noteLines = note === '' ? [] : `Next step: ${note}`.split(/\r\n?|\n/);
  const items = [
    ...lines.flatMap((line) => [
      style.item(lineText(line, style, now)),
      ...line.seen.map((seen) => style.inner(style.text(seenText(seen, now, by)))),
    ]),
    ...sent.map((seen) => style.item(style.text(seenText(seen, now, by)))),
    ...[commentsText(incident, now)].filter(Boolean).map((text) => style.item(style.text(text))),
  ];
  return [
    style.text(incidentLine(incident, now)),
    ...(noteLines.length === 0 ? [] : ['', ...noteLines.map((line) => style.quote(showHidden(line)))]),
    ...(items.length === 0 ? [] : ['', ...items]),
  ];
}

function lineText(line: HandOverLine, style: Style, now: Instant | null): string {
  const change = lineChange(line, now);
  const rest = `: ${lineState(line, now)}${change === '' ? '' : `, ${change}`}`;
  return `${style.strong(line.name)}${style.text(rest)}`;
}
