import { describe, expect, it } from 'vitest';
import { driverOf, profileOf } from '../../resources/driver-profiles/test-drivers.ts';
import type { Freeze } from '../../resources/driver-updates/freeze.ts';
import { approvalsOf } from './approval.ts';
import { approvalsToCsv, approvalsToJson } from './approvals-file.ts';
import { readApprovals } from './read-approvals.ts';

const pilot = {
  profile: profileOf({ id: 'p', displayName: 'Pilot' }),
  drivers: [
    driverOf({ id: 'b', name: 'Wi-Fi, "7"', version: '10' }),
    driverOf({
      id: 'a',
      name: '=HYPERLINK("x")',
      version: '2',
      approvalStatus: 'approved',
      deployDateTime: 0,
    }),
  ],
};
const broad = { profile: profileOf({ id: 'q', displayName: 'Broad' }), drivers: [driverOf({ id: 'c' })] };
const unread = { profile: profileOf({ id: 'r', displayName: 'Alpha' }), drivers: undefined };
const freezes: readonly Freeze[] = [
  {
    id: 'f',
    name: 'Year end',
    when: { kind: 'range', from: '2026-12-18', to: '2027-01-04' },
    profileIds: null,
  },
];
const about = { tenantId: 'contoso', freezes };

describe('approvals as a file', () => {
  it('are the same text for the same state, in whatever order it was loaded', () => {
    const reversed = { ...pilot, drivers: pilot.drivers.toReversed() };
    expect(approvalsToJson([pilot, broad, unread], about)).toBe(
      approvalsToJson([unread, broad, reversed], about),
    );
    const json = approvalsToJson([pilot, broad], about);
    expect(json.indexOf('"Broad"')).toBeLessThan(json.indexOf('"Pilot"'));
  });

  it('have the names of Graph, and no drivers where none were loaded', () => {
    const file: unknown = JSON.parse(approvalsToJson([pilot, unread], about));
    expect(file).toMatchObject({
      kind: 'actiondesk.approvals',
      version: 1,
      tenantId: 'contoso',
      profiles: [
        { id: 'r', displayName: 'Alpha' },
        {
          id: 'p',
          driverInventories: [
            { id: 'a', approvalStatus: 'approved', deployDateTime: '1970-01-01T00:00:00.000Z' },
            { id: 'b', approvalStatus: 'needsReview', deployDateTime: null },
          ],
        },
      ],
      freezes,
    });
    expect(JSON.stringify(file).match(/driverInventories/g)).toHaveLength(1);
  });

  it('come back as they were, from JSON and from CSV', async () => {
    const all = [pilot, broad];
    const wanted = approvalsOf(all);
    expect(await readApprovals(approvalsToJson(all, about))).toEqual({
      approvals: wanted,
      unreadable: 0,
      tenantId: 'contoso',
    });
    expect(await readApprovals(await approvalsToCsv(all))).toEqual({
      approvals: wanted,
      unreadable: 0,
      tenantId: '',
    });
  });

  it('hold no formula as CSV', async () => {
    const csv = await approvalsToCsv([pilot]);
    expect(csv.startsWith('\uFEFF"profileId"')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).not.toMatch(/"[=+@-]/);
  });
});

describe('reading approvals', () => {
  it.each([
    ['broken JSON', '{ "kind": ', /can’t be read as such/],
    ['JSON of another kind', '{ "kind": "a plan" }', /a kind of actiondesk.approvals/],
    [
      'of a later version',
      '{ "kind": "actiondesk.approvals", "version": 2, "profiles": [] }',
      /the version 1/,
    ],
    ['a list', '[]', /and profiles/],
    ['CSV without a status', 'name,version\r\nWi-Fi,1', /Missing: approvalStatus/],
    ['no text at all', '', /Missing: approvalStatus, name/],
  ])('refuses %s, and says what it needs', async (_what, file, advice) => {
    await expect(readApprovals(file)).rejects.toMatchObject({
      problem: {
        kind: 'badInput',
        title: 'This file holds no approvals',
        advice: expect.stringMatching(advice),
      },
    });
  });

  it('counts entries that are none, and takes the others', async () => {
    const profiles = [
      'no profile',
      {
        displayName: 'Pilot',
        driverInventories: [
          { name: 'Wi-Fi', approvalStatus: 'approved', deployDateTime: '2026-12-08T05:00:00Z', more: 1 },
          { name: 'Wi-Fi', approvalStatus: '' },
          { name: 'Wi-Fi', approvalStatus: 'approved', deployDateTime: 'Tuesday' },
          { name: 'x'.repeat(3_000), approvalStatus: 'approved' },
          null,
        ],
      },
    ];
    const file = JSON.stringify({ kind: 'actiondesk.approvals', version: 1, profiles });
    const { approvals, unreadable } = await readApprovals(file);
    expect(unreadable).toBe(5);
    expect(approvals).toEqual([
      {
        profileId: '',
        profileName: 'Pilot',
        driverId: '',
        name: 'Wi-Fi',
        version: '',
        manufacturer: '',
        driverClass: '',
        approvalStatus: 'approved',
        deployDateTime: Date.UTC(2026, 11, 8, 5),
      },
    ]);
  });

  it('reads a CSV of a person: some columns, in any order, with lines that are none', async () => {
    const file =
      'profileName,approvalStatus,name,version,note\nPilot,approved,Wi-Fi,2,urgent\n\nPilot,,Wi-Fi,3,\n';
    const { approvals, unreadable } = await readApprovals(file);
    expect(approvals).toMatchObject([
      { profileName: 'Pilot', name: 'Wi-Fi', version: '2', deployDateTime: null },
    ]);
    expect(unreadable).toBe(1);
  });
});
