import { escapeMarkdown } from '../../lib/escape-markdown.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { formatMoment } from '../../ui/format.ts';
import type { HandOver, HandOverIncident, HandOverLine } from './hand-over.ts';
import { incidentLine, incidentTitle, lineChange, lineState } from './words.ts';

/** How the parts of a hand-over are written. All texts come as they are: names are foreign. */
interface Style {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly item: (text: string) => string;
  readonly quote: (text: string) => string;
}

const markdown: Style = {
  title: (text) => `# ${escapeMarkdown(text)}`,
  heading: (text) => `## ${escapeMarkdown(text)}`,
  text: escapeMarkdown,
  strong: (text) => `**${escapeMarkdown(text)}**`,
  item: (text) => `- ${text}`,
  quote: (text) => `> ${escapeMarkdown(text)}`,
};

const plain: Style = {
  title: (text) => text,
  heading: (text) => text,
  text: (text) => text,
  strong: (text) => text,
  item: (text) => `  • ${text}`,
  quote: (text) => `  ${text}`,
};

/** A hand-over as Markdown, in which no foreign text is markup. @param by who hands over, by a real name */
export function asMarkdown(given: HandOver, by: string): string {
  return write(given, by, markdown);
}

/** The same as plain text, for a mail or a print. */
export function asPlainText(given: HandOver, by: string): string {
  return write(given, by, plain);
}

/** One incident of a hand-over as plain text: a comment of Defender shows no Markdown. */
export function asComment(given: HandOverIncident, by: string): string {
  return [`Hand-over by ${showHidden(by)}`, ...incidentLines(given, plain)].join('\n');
}

function write({ since, now, incidents }: HandOver, by: string, style: Style): string {
  const parts = incidents.map((incident) =>
    [style.heading(incidentTitle(incident)), '', ...incidentLines(incident, style)].join('\n'),
  );
  return [
    style.title('Hand-over'),
    style.text(`${showHidden(by)}, ${formatMoment(now)}. Changes since ${formatMoment(since)}.`),
    ...(parts.length > 0 ? parts : [style.text('Nothing changed, and nothing is open.')]),
  ].join('\n\n');
}

function incidentLines(incident: HandOverIncident, style: Style): readonly string[] {
  const { note, lines } = incident;
  const noteLines = note.split(/\r\n?|\n/).map((line) => style.quote(showHidden(line)));
  return [
    style.text(incidentLine(incident)),
    ...(note === '' ? [] : ['', ...noteLines]),
    ...(lines.length === 0 ? [] : ['', ...lines.map((line) => style.item(lineText(line, style)))]),
  ];
}

function lineText(line: HandOverLine, style: Style): string {
  const change = lineChange(line);
  const rest = `: ${lineState(line)}${change === '' ? '' : `, ${change}`}`;
  return `${style.strong(line.name)}${style.text(rest)}`;
}
