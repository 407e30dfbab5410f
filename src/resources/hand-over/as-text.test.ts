import { describe, expect, it } from 'vitest';
import { asComment, asMarkdown, asPlainText } from './as-text.ts';
import { hour, of, told } from './test-hand-over.ts';
import { zoneText } from './words.ts';

describe('a hand-over as text', () => {
  const given = told(
    [of('failed', { actionStatus: 'failed', displayName: '[x](javascript:y)\n# Z' }), of('open')],
    {
      notes: new Map([['2972395', 'First <b>line</b>\r\nsecond']]),
    },
  );

  it('is Markdown in which no foreign text is markup', () => {
    const text = asMarkdown(given, 'Sam *Operator*');
    expect(text).toContain('# Hand-over');
    expect(text).toContain('Sam \\*Operator\\*');
    expect(text).toContain('## \\*Lateral\\* movement');
    expect(text).toContain('> Next step: First \\<b\\>line\\</b\\>\n> second');
    expect(text).toContain('- **\\[x\\]\\(javascript:y\\)');
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(2);
    expect(text).toContain('assigned to Priya Nair · 2 tasks left');
    expect(text).not.toContain('Not complete');
    expect(asMarkdown({ ...given, missing: ['3 tasks [x]'] }, 'Sam')).toContain(
      '**Not complete: 3 tasks \\[x\\]**',
    );
  });

  it('is plain text without signs, for a print or a comment', () => {
    expect(asPlainText(given, 'Sam')).toContain('*Lateral* movement');
    expect(asPlainText(told([]), 'Sam')).toContain('Nothing changed');
    const [incident] = given.incidents;
    expect(incident && asComment(incident, given, 'Sam')).toMatch(
      /^Hand-over by Sam\. Times are in \S+\.\nHigh/,
    );
    const partly = { ...given, missing: ['only 20 tasks could be loaded, and there may be more.'] };
    expect(incident && asComment(incident, partly, 'Sam')).toMatch(
      /^Hand-over by Sam\..*\nNot complete: only 20 tasks could be loaded, and there may be more.\nHigh/,
    );
  });

  it('names the zone of its times', () => {
    expect(zoneText('Europe/Berlin', 0)).toBe('Times are in Europe/Berlin (UTC+1).');
    expect(zoneText('UTC', 0)).toBe('Times are in UTC.');
    expect(asMarkdown(given, 'Sam')).toContain(' Times are in UTC.');
  });

  it('says that nothing is left', () => {
    const changed = told([
      of('done', { actionStatus: 'completed', lastModifiedDateTime: 95 * hour, incident: null }),
    ]);
    expect(asPlainText(changed, 'Sam')).toContain('nothing left');
  });
});
