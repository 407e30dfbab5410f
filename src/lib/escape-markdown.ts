/**
 * A foreign text as Markdown that shows exactly this text: nothing of it is a heading, a link, emphasis, a table or HTML,
 * and no address becomes a link by itself. Line ends become blanks, so the text stays in its line.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\r\n\t]+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>()#|~&!]/g, '\\$&')
    .replaceAll(/:(?=\/\/)|(?<=\bwww)\.|^[-+=](?=\s|[-=])|(?<=^\d{1,9})[.)]/gi, '\\$&');
}
