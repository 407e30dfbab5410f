import { biggestProfileName, pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { display, outcomesOn, pen } from './support/actions.ts';
import { changesOf, driversOf, driversOn, openDialog, pathOf, pilotDriver } from './support/drivers.ts';
import { collectSecrets } from './support/secrets.ts';
import { expect, rowOf, signIn, test } from './support/test.ts';

const pilot = pathOf(pilotRingName);
const all = driversOf(pilotRingName);

const unknown = '00000000-0000-4000-8000-000000000000';

test('a profile that does not exist is told, with a way back', async ({ page, tenant, watch }) => {
  watch.declareStatus(404);
  await signIn(page, tenant, 'driver.admin', `/profiles/${unknown}`);
  const banner = page.getByRole('alert');
  await expect(banner).toContainText('Microsoft Graph does not know this entry');
  const count = async () =>
    (await tenant.log()).requests.filter(({ path }) => path.endsWith(unknown) && path.includes('Profiles'))
      .length;
  const reads = await count();
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(count).toBeGreaterThan(reads);
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'Driver profiles' })
    .click();
  await expect(page.getByRole('grid', { name: 'Driver profiles' })).toContainText(pilotRingName);
});

test('a mangled address never leaves its endpoint', async ({ page, tenant, watch }) => {
  watch.declareStatus(400, 404);
  await signIn(page, tenant, 'driver.admin', '/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');

  // Browsers fold this into the start page.
  await page.goto(`${tenant.appUrl}/profiles/%2e%2e`);
  await expect(page.getByRole('grid', { name: 'Driver profiles' })).toContainText(pilotRingName);
  for (const id of ['..%2F..%2Fme', '%252e%252e', 'a%3Fb%23c']) {
    await page.goto(`${tenant.appUrl}/profiles/${id}`);
    await expect(page.getByRole('alert')).toContainText('Microsoft Graph');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Driver profile');
  }
  // Half of an encoded letter.
  await page.goto(`${tenant.appUrl}/profiles/%E0%A4`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await page.goto(`${tenant.appUrl}/profiles/%00`);
  await expect(page.getByRole('alert')).toContainText('This is not an id that Microsoft Graph could know');

  const { requests } = await tenant.log();
  for (const { path } of requests) {
    expect(path).toMatch(/^\/deviceManagement\/windowsDriverUpdateProfiles(\/[^/]+(\/driverInventories)?)?$/);
  }
});

test('what an address says wrongly counts as not said, and nothing is done by a link', async ({
  page,
  tenant,
}) => {
  const search = 'tab=bogus&status=needsReview&class=7&sort=-nowhere&driver=../..&action=approve&approve=all';
  await signIn(page, tenant, 'driver.admin', `${pilot}?${search}`);
  await expect(page.getByRole('tab', { name: /^Recommended/ })).toHaveAttribute('aria-selected', 'true');
  await expect(driversOn(page)).toContainText(pen);
  await expect(page.getByRole('complementary')).toContainText('This driver is not in this profile any more');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`${tenant.appUrl}/profiles?q=[1]&sort=`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Driver profiles');
  expect((await tenant.log()).requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('kept state that somebody edited is left aside', async ({ page, tenant }) => {
  await page.goto(tenant.appUrl);
  await page.evaluate(
    ([id, driver]) => {
      sessionStorage.setItem(`actiondesk.draft.selection.${id}`, `["${driver}", 7, null, "not-there"]`);
      sessionStorage.setItem(`actiondesk.draft.action.${id}`, '{"request":"delete","date":7}');
      sessionStorage.setItem('actiondesk.draft.selection.incident-tasks', '{{');
      sessionStorage.setItem('actiondesk.asked', '{"length":9}');
      localStorage.setItem('actiondesk.preferences', '{"theme":"<b>","density":[],"direction":"up"}');
      localStorage.setItem('actiondesk.lastArea', '//evil.example');
    },
    [pilot.split('/')[2], pilotDriver(pen, 'needsReview').id],
  );
  await signIn(page, tenant, 'no.role', '/settings');
  await expect(page.getByRole('radio', { name: 'As the system' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Left to right' })).toBeChecked();

  await page.getByRole('button', { name: /Noa Nobody/ }).click();
  await page.getByRole('button', { name: 'Switch account' }).click();
  await page.getByRole('button', { name: /^Dana Driver/ }).click();
  await expect(page.getByRole('banner')).toContainText('Dana Driver');
  await page.goto(`${tenant.appUrl}${pilot}`);
  await expect(driversOn(page)).toContainText(pen);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a past date is refused before anything is sent', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pilot);
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  const dialog = await openDialog(page, 'Approve');
  const date = dialog.getByLabel('Deployment date (optional)');
  await date.fill('2020-02-29T06:00');
  await expect(date).toHaveAccessibleDescription(/This date is past: choose a later one/);
  await expect(date).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByRole('button', { name: 'Approve 1 driver' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await date.press('Enter');
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).press('Enter');
  await expect(dialog).toBeVisible();
  await date.fill('');
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(rowOf(outcomesOn(page), pen)).toContainText('Applied, confirmed');
  expect(await changesOf(tenant)).toHaveLength(1);
});

test('with nothing selected every command says why, by keyboard too', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pilot);
  await expect(driversOn(page)).toContainText(pen);
  for (const name of ['Approve', 'Decline', 'Suspend', 'Change date']) {
    const command = page.getByRole('button', { name, exact: true });
    await expect(command).toHaveAccessibleDescription('Select drivers first');
    await command.focus();
    await expect(command).toBeFocused();
    await command.press('Enter');
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await tenant.log()).requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('rows of the wrong shape are set aside and told, the others work', async ({ page, tenant }) => {
  const patches = [
    { patch: { applicableDeviceCount: 'many' }, reason: 'applicableDeviceCount' },
    { patch: { releaseDateTime: '2027-02-30T00:00:00Z' }, reason: 'releaseDateTime: is not a date' },
    { patch: { name: { text: 'a name' } }, reason: 'name' },
    { remove: ['approvalStatus'], reason: 'approvalStatus' },
  ];
  for (const [index, { reason: _reason, ...override }] of patches.entries())
    await tenant.override({ type: 'driver', id: all[index]?.id, ...override });
  await signIn(page, tenant, 'driver.admin', `${pilot}?tab=all`);

  await expect(page.getByRole('tab', { name: `All (${all.length - patches.length})` })).toBeVisible();
  await page.getByText(`${patches.length} rows could not be read and are not shown below`).click();
  const aside = page.getByRole('group').filter({ hasText: 'could not be read' }).getByRole('listitem');
  for (const [index, { reason }] of patches.entries())
    await expect(aside.filter({ hasText: all[index]?.id ?? '' })).toContainText(reason);
  await page.getByRole('searchbox', { name: 'Search drivers' }).fill(display);
  await rowOf(driversOn(page), display).getByRole('checkbox').check();
  await (await openDialog(page, 'Approve')).getByRole('button', { name: 'Approve 1 driver' }).click();
  await expect(rowOf(outcomesOn(page), display)).toContainText('Applied, confirmed');
});

test('a status that this version does not know is shown as it came, and never acted on', async ({
  page,
  tenant,
}) => {
  const { id } = pilotDriver(pen, 'needsReview');
  await tenant.override({
    type: 'driver',
    id,
    patch: { approvalStatus: 'pendingRollback', category: 'seasonal' },
  });
  await signIn(page, tenant, 'driver.admin', `${pilot}?tab=all&q=pendingRollback`);
  const row = rowOf(driversOn(page), pen);
  await expect(row).toContainText('pendingRollback');
  await expect(row).toContainText('seasonal');
  await row.getByRole('checkbox').check();
  for (const name of ['Approve', 'Decline', 'Suspend', 'Change date']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveAccessibleDescription(
      'Its status, pendingRollback, is not known to this version',
    );
  }
});

/** Text that is code somewhere: in HTML, in a template, in a URL, in a path, in a prototype. */
const hostile: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">open</a>',
  '<style>*{display:none}</style>',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<form action=//evil.example><button>x</button></form>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '</title></script><script src=//evil.example/x.js></script>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  "';alert(1)//",
  '{{constructor.constructor("alert(1)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text itself that is hostile
  '${alert(1)}',
  '<!--#exec cmd="ls"-->',
  '&lt;b&gt;&#x41;',
  '../../../../etc/passwd',
  '%2e%2e%2f',
  '__proto__',
  'constructor',
  '[object Object]',
  '\u202Egnp.ecived\u202C',
];

test('markup in every text of a driver stays text', async ({ page, tenant }) => {
  await Promise.all(
    hostile.map((text, index) => {
      const patch = { name: text, version: text, manufacturer: text, driverClass: text };
      return tenant.override({ type: 'driver', id: all[index]?.id, patch });
    }),
  );
  const [first = ''] = hostile;
  await tenant.override({
    type: 'profile',
    id: pilot.split('/')[2],
    patch: { displayName: first, description: first },
  });
  const { requests } = collectSecrets(page.context());
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });

  await page.setViewportSize({ width: 1400, height: 1200 });
  await signIn(page, tenant, 'driver.admin', `${pilot}?tab=all`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first);
  const drivers = driversOn(page);
  await expect(drivers).toContainText(hostile.at(-1) ?? '');
  const shown = await drivers.textContent();
  for (const text of hostile) expect(shown).toContain(text);
  await page.getByRole('search').getByRole('button', { name: 'Class' }).click();
  await expect(page.getByRole('group', { name: 'Class' })).toContainText(first);
  await page.keyboard.press('Escape');
  await drivers.getByRole('button', { name: first }).click();
  await expect(page.getByRole('complementary', { name: first })).toBeVisible();

  await drivers.getByRole('checkbox', { name: `Select ${first}, ${first}, declined` }).check();
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog).toContainText(first);
  await dialog.getByLabel('Note (optional)').fill(first);
  await dialog.getByRole('button', { name: 'Approve 1 driver' }).click();
  const outcomes = outcomesOn(page);
  await expect(outcomes).toContainText(`Note: ${first}`);
  await expect(rowOf(outcomes, first)).toContainText('Applied, confirmed');

  expect(dialogs).toEqual([]);
  await expect(page.locator('[onerror], [onload], iframe, base, meta[http-equiv], img[src="x"]')).toHaveCount(
    0,
  );
  const origins = new Set(requests.map((request) => new URL(request.url()).origin));
  expect([...origins].sort()).toEqual([tenant.appUrl, tenant.simulatorUrl].sort());
});

test('names of JavaScript’s own objects are data like any other', async ({ page, tenant }) => {
  const { id } = pilotDriver(pen, 'needsReview');
  const planted = '{"__proto__":{"polluted":true,"approvalStatus":"approved"},"constructor":{"prototype":7}}';
  await tenant.override({ type: 'driver', id, patch: JSON.parse(planted) });
  await tenant.override({
    type: 'driver',
    id: pilotDriver(display, 'needsReview').id,
    patch: { id: '__proto__', name: 'the one called proto' },
  });
  await signIn(page, tenant, 'driver.admin', pilot);
  await expect(rowOf(driversOn(page), pen)).toContainText('Needs review');
  expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();

  await rowOf(driversOn(page), 'the one called proto').getByRole('checkbox').check();
  await rowOf(driversOn(page), pen).getByRole('checkbox').check();
  await (await openDialog(page, 'Approve')).getByRole('button', { name: 'Approve 2 drivers' }).click();
  const outcomes = outcomesOn(page);
  await expect(rowOf(outcomes, 'the one called proto')).toContainText('Not found');
  await expect(rowOf(outcomes, pen)).toContainText('Applied, confirmed');
  expect(await changesOf(tenant)).toEqual([`approve ${id}`]);
});

test('a name of ten thousand letters does not push the page apart', async ({ page, tenant }) => {
  const name = 'W'.repeat(10_000);
  await tenant.override({
    type: 'profile',
    id: pathOf(biggestProfileName).split('/')[2],
    patch: { displayName: name },
  });
  const driver = driversOf(biggestProfileName)[0];
  const verb = driver?.status === 'approved' ? 'Suspend' : 'Approve';
  await tenant.override({ type: 'driver', id: driver?.id, patch: { name } });
  await signIn(page, tenant, 'driver.admin', `${pathOf(biggestProfileName)}?tab=all`);
  const row = driversOn(page).getByRole('row').nth(1);
  await expect(row).toContainText('WWW');
  await expect(driversOn(page).getByRole('row').nth(3)).toBeInViewport();

  await row.getByRole('button').click();
  await expect(page.getByRole('complementary').getByText('Applicable devices')).toBeInViewport();
  await page.getByRole('button', { name: /^Close details of WWW/ }).click();
  await row.getByRole('checkbox').check();
  await (await openDialog(page, verb)).getByRole('button', { name: `${verb} 1 driver` }).click();
  await expect(outcomesOn(page).getByRole('row').filter({ hasText: 'Applied' })).toBeInViewport();
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
});

test.describe('a tenant without licences', () => {
  test.use({ seed: 'empty' });

  test('drivers say that a licence is missing, incident tasks that there are none', async ({
    page,
    tenant,
    watch,
  }) => {
    watch.declareStatus(401);
    await signIn(page, tenant, 'global.admin');
    const banner = page.getByRole('alert');
    await expect(banner).toContainText('Intune refused this tenant or person');
    await expect(banner).toContainText('no active Intune licence');
    await banner.locator('summary').click();
    await expect(banner).toContainText('request-id');

    await page.getByRole('link', { name: 'Incident tasks' }).click();
    await expect(page.getByText('No incident tasks')).toBeVisible();
    await expect(page.getByText('Only tenants with Defender Experts get them')).toBeVisible();
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  });

  test('an incident task list without tasks is no error', async ({ page, tenant }) => {
    await signIn(page, tenant, 'soc.operator');
    await expect(page.getByText('No incident tasks')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});
