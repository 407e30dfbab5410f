import { describe, expect, it } from 'vitest';
import { QueryRefused } from './query.ts';
import { compileSearch } from './search.ts';

const fields = {
  displayname: ({ name }: { name: string }) => name,
  description: () => 'All of them',
};
const finds = (search: string, name: string) => compileSearch(search, fields)({ name });

describe('compileSearch', () => {
  it.each([
    ['"displayName:pilot"', 'Windows pilot', true],
    ['"displayName:PIL win"', 'Windows pilot', true],
    ['"displayname:ilot"', 'Windows pilot', false],
    ['"displayName:pilot kiosk"', 'Windows pilot', false],
    ['"displayName:Video"', 'OneVideo', true],
    ['"displayName:11"', 'Windows11-devices', true],
    ['"displayName:dev"', 'Windows11-devices', true],
    ['"displayName:say \\"hi\\""', 'Say hi', true],
    ['"displayName:kiosk" OR "description:all"', 'Windows', true],
    ['"displayName:kiosk" AND "description:all"', 'Windows', false],
    ['"displayName:a" OR "displayName:win" AND "displayName:kiosk"', 'All', true],
  ])('%s finds %s: %s', (search, name, found) => {
    expect(finds(search, name)).toBe(found);
  });

  it.each([
    ['displayName:Video', "character ':' is not valid at position 11 in 'displayName:Video'"],
    ['"displayName:a" "displayName:b"', 'is not valid at position 16'],
    ['OR "displayName:a"', 'is not valid at position'],
    ['"displayName:a" or "displayName:b"', 'is not valid'],
    ['"displayName:a" OR', 'is not valid'],
    ['"displayName:a" OR ', 'is not valid'],
    ['"displayName:a', 'is not valid at position 0'],
    ['"mail:a"', "Unrecognized query argument specified: 'mail'"],
    ['"pilot"', 'Unrecognized query argument'],
    ['"constructor:a"', 'Unrecognized query argument'],
    ['"displayName:"', 'is empty'],
    ['"displayName:--"', 'is empty'],
    ['', 'is missing at the end'],
  ])('refuses %j', (search, text) => {
    expect(() => finds(search, 'x')).toThrow(QueryRefused);
    expect(() => finds(search, 'x')).toThrow(text);
  });
});
