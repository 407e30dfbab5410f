import { describe, expect, it } from 'vitest';
import type { Entry, Kind } from './entry.ts';
import { createFinder, partsOf, withTaskSearch } from './find.ts';

const entryOf = (kind: Kind, label: string, rest: Partial<Entry> = {}): Entry => ({
  id: `${kind}:${label}`,
  kind,
  label,
  detail: '',
  icon: () => null,
  onChoose: () => undefined,
  ...rest,
});

const entries = [
  entryOf('command', 'Approve', { off: 'No drivers selected' }),
  entryOf('page', 'Driver profiles', { synonyms: 'driver update policies' }),
  entryOf('page', 'History'),
  entryOf('profile', 'Drivers - Pilot', { detail: '20 to review' }),
  entryOf('profile', 'Zürich kiosks'),
  entryOf('driver', 'Dell Latitude 5450 System BIOS', { detail: '1.13.0 · Drivers - Pilot' }),
  entryOf('driver', 'Dell Latitude 5450 System BIOS', { id: 'driver:2', detail: '1.13.0 · Zürich kiosks' }),
  entryOf('app', 'Dark theme'),
];
const find = createFinder(entries, []);
const labelsOf = (typed: string) => find(typed).flatMap(({ found }) => found.map(({ entry }) => entry.label));

describe('what is found', () => {
  it('offers the list of tasks where a task matches', () => {
    const tasks = createFinder([entryOf('task', 'Isolate SRV-FILE-02')], []);
    const search = entryOf('app', 'Search incident tasks');
    const titlesOf = (sections: ReturnType<typeof tasks>, typed: string) =>
      withTaskSearch(sections, typed, search).map(({ title }) => title);
    expect(titlesOf(tasks('srv-file'), 'srv-file')).toEqual(['Incident tasks', 'Search']);
    expect(titlesOf(tasks('srv-file'), '')).toEqual(['Incident tasks']);
    expect(titlesOf(find('dark'), 'dark')).toEqual(['Actiondesk']);
  });

  it('finds what is isolated by that word, and not what would be', () => {
    const finder = createFinder(
      [
        entryOf('device', 'PC-1', { detail: 'Isolated 03:00 by incident 7', states: ['isolated'] }),
        entryOf('device', 'PC-2', { detail: 'Not isolated by any task', states: [] }),
        entryOf('task', 'Isolate device PC-2'),
      ],
      [],
    );
    const found = (typed: string) => finder(typed).flatMap((each) => each.found.map(({ entry }) => entry.id));
    expect(found('isolated')).toEqual(['device:PC-1']);
    expect(found('PC-2 isolated')).toEqual([]);
    expect(found('isolate pc-2')).toContain('task:Isolate device PC-2');
    expect(found('pc-2')).toContain('device:PC-2');
  });

  it('starts with the best match, and with what it is', () => {
    expect(find('driver').map(({ title }) => title)).toEqual(['Pages', 'Driver profiles', 'Drivers']);
    expect(labelsOf('dark')).toEqual(['Dark theme']);
  });

  it('has the words in any order, in the label, the detail and other names', () => {
    expect(labelsOf('bios pilot')).toEqual(['Dell Latitude 5450 System BIOS']);
    expect(labelsOf('pilot bios')).toEqual(['Dell Latitude 5450 System BIOS']);
    expect(labelsOf('policies')).toEqual(['Driver profiles']);
  });

  it('forgives a slip, accents and case', () => {
    expect(labelsOf('latitdue')).toHaveLength(2);
    expect(labelsOf('histroy')).toEqual(['History']);
    expect(labelsOf('ZURICH kio')).toContain('Zürich kiosks');
  });

  it('holds commands that are off', () => {
    expect(find('approve')[0]?.found[0]?.entry.off).toBe('No drivers selected');
  });

  it('is nothing for what is nowhere, and for signs alone', () => {
    expect(find('xyzzy')).toEqual([]);
    expect(find('---')).toEqual([]);
  });

  it('is cut at six of a kind, with the number of all', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => entryOf('driver', `Dock ${index}`));
    const [section] = createFinder([...entries, ...many], [])('dock');
    expect(section?.found).toHaveLength(6);
    expect(section?.total).toBeGreaterThan(900);
  });
});

describe('what was chosen lately', () => {
  it('wins over an equal match', () => {
    const [section] = createFinder(entries, ['driver:2'])('bios');
    expect(section?.found.map(({ entry }) => entry.id)).toEqual([
      'driver:2',
      'driver:Dell Latitude 5450 System BIOS',
    ]);
  });

  it('stands first while nothing is typed; what is gone is left out', () => {
    const sections = createFinder(entries, ['driver:2', 'run:gone', 'page:History'])('  ');
    expect(sections.map(({ title }) => title)).toEqual(['Recent', 'This page', 'Pages', 'Actiondesk']);
    expect(sections[0]?.found.map(({ entry }) => entry.id)).toEqual(['driver:2', 'page:History']);
  });
});

describe('the marks of a match', () => {
  const partsFor = (typed: string, id: string) => {
    const found = find(typed)
      .flatMap((section) => section.found)
      .find(({ entry }) => entry.id === id);
    if (!found) throw new Error(`${id} was not found`);
    const { label, detail } = found.entry;
    const text = (parts: ReturnType<typeof partsOf>) =>
      parts.map((part) => (part.isMarked ? `[${part.text}]` : part.text)).join('');
    return [text(partsOf(label, found.marks)), text(partsOf(detail, found.marks, label.length + 1))];
  };

  it('are in the label and in the detail', () => {
    expect(partsFor('hist', 'page:History')).toEqual(['[Hist]ory', '']);
    expect(partsFor('bios kiosks', 'driver:2')).toEqual([
      'Dell Latitude 5450 System [BIOS]',
      '1.13.0 · Zürich [kiosks]',
    ]);
  });

  it('are nowhere for a match of another name', () => {
    expect(partsFor('policies', 'page:Driver profiles')).toEqual(['Driver profiles', '']);
  });
});
