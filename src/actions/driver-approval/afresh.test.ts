import { describe, expect, it } from 'vitest';
import { createGraph } from '../../graph/client.ts';
import { baseUrl, fakeFetch, freePacer, graphRefusal, noon, success } from '../../graph/test-answers.ts';
import type { PlannedItem } from '../../runs/model/run.ts';
import { driversAfresh } from './afresh.ts';
import type { DriverIntent } from './intent.ts';

const approve: DriverIntent = { kind: 'driver-approval', action: 'approve', deployAt: null };
const listed = (id: string, approvalStatus: string) => ({
  ...{ id, approvalStatus, name: `Driver ${id}`, version: '2.0', driverClass: 'Firmware' },
  ...{ category: 'other', applicableDeviceCount: 7 },
});
/** As the history may have it: forged or old, but for what was decided about. */
const remembered = (id: string, before = 'needsReview'): PlannedItem => ({
  id,
  name: 'A harmless driver',
  detail: '0.1',
  before,
  reviewed: { name: `Driver ${id}`, version: '2.0', driverClass: 'Firmware', approvalStatus: 'needsReview' },
});
const target = (items: readonly PlannedItem[]) => ({ id: 'p', name: 'Decommissioned lab', items });

/** Answers by what is asked for: the profile and its drivers are read side by side. */
function graphOf(
  rows: readonly object[],
  profile: Response = success({ id: 'p', displayName: 'Production', approvalType: 'manual' }),
) {
  const { fetch } = fakeFetch();
  return createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch: (input, init) =>
      String(input).includes('driverInventories')
        ? Promise.resolve(success({ value: rows }))
        : String(input).includes('windowsDriverUpdateProfiles')
          ? Promise.resolve(profile)
          : fetch(input, init),
    now: () => noon,
    wait: async () => undefined,
  });
}

describe('drivers read afresh', () => {
  it('names the profile and the drivers as they are, whatever is remembered of them', async () => {
    const { targets, seenOf } = await driversAfresh(
      graphOf([listed('a', 'needsReview'), listed('z', 'needsReview')]),
      approve,
      [target([remembered('a')])],
      noon,
    );
    expect(targets).toEqual([
      {
        id: 'p',
        name: 'Production',
        items: [
          {
            ...{ id: 'a', name: 'Driver a', detail: '2.0', before: 'needsReview' },
            reviewed: remembered('a').reviewed,
          },
        ],
        leftOut: [],
      },
    ]);
    // Of what was read, the review gets what is sent.
    expect(seenOf(targets)).toMatchObject([{ profile: { id: 'p' }, drivers: [{ id: 'a' }] }]);
    expect(seenOf([])).toEqual([]);
  });

  it('leaves out what has changed, is so already, is forbidden or is gone, under its name of now', async () => {
    const rows = [
      listed('a', 'declined'),
      listed('b', 'approved'),
      { ...listed('c', 'needsReview'), version: '3' },
    ];
    const items = ['a', 'b', 'c', 'd'].map((id) => remembered(id));
    const [review] = (await driversAfresh(graphOf(rows), approve, [target(items)], noon)).targets;
    expect(review?.items).toEqual([]);
    expect(review?.leftOut.map(({ item, reason }) => `${item.name}: ${reason}`)).toEqual([
      'Driver a: Status changed from “needs review” to “declined”; skipped',
      'Driver b: Already in that state',
      'Driver c: Version changed from “2.0” to “3”; skipped',
      'A harmless driver: Left the profile before anything was sent',
    ]);
  });

  it('expects what was approved where it is to be paused', async () => {
    const suspend: DriverIntent = { ...approve, action: 'suspend' };
    const [review] = (
      await driversAfresh(
        graphOf([listed('a', 'approved')]),
        suspend,
        [target([remembered('a', 'approved')])],
        noon,
      )
    ).targets;
    expect(review?.items).toMatchObject([{ before: 'approved', reviewed: { approvalStatus: 'approved' } }]);
  });

  it('says of a profile that cannot be read why', async () => {
    const { targets } = await driversAfresh(
      graphOf([], graphRefusal(404)),
      approve,
      [target([remembered('a')])],
      noon,
    );
    expect(targets).toMatchObject([{ items: [], leftOut: [{}], problem: { kind: 'notFound' } }]);
  });
});

it('the title says what is done, by what the drivers are now', async () => {
  const { titleOf } = await driversAfresh(graphOf([]), approve, [], noon);
  const item = (before: string) => remembered('a', before);
  expect(titleOf([target([item('needsReview'), item('declined')])])).toBe(
    'Approve 2 drivers in Decommissioned lab',
  );
  expect(titleOf([target([item('approved')])])).toBe(
    'Change date of A harmless driver 0.1 in Decommissioned lab',
  );
  expect(titleOf([target([item('declined')]), target([item('approved')])])).toBe(
    'Approve A harmless driver 0.1 in 2 profiles',
  );
});
