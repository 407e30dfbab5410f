import {
  commentedIncident,
  foreignEvidenceIncident,
  longIncident,
  refusingIncident,
} from '../simulator/seeds/strange.ts';
import { stepUp } from './support/actions.ts';
import { watchHarm } from './support/harm.ts';
import { signIn, signInByHand } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';

test.describe('an incident', () => {
  test.use({ seed: 'incidents' });

  test('is read beside its tasks: deadline, alerts, techniques, evidence, and what the next shift must know', async ({
    page,
    tenant,
    watch,
  }) => {
    await signIn(page, tenant, 'soc.operator', '/incidents/2972395');
    const context = page.getByRole('region', { name: 'Context' });
    await expect(context).toContainText(/due .*The comment names no time zone.*Isolate all four devices/is);
    const technique = context.getByRole('link', { name: 'T1566.002' });
    await expect(technique).toHaveAttribute('href', 'https://attack.mitre.org/techniques/T1566/002/');
    await expect(technique).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(context).toContainText('1 by Defender Experts, shown above');

    const note = context.getByRole('textbox', { name: 'Hand-over note' });
    await expect(context).toContainText('no next step');
    await note.fill('SRV-FILE-02 waits for the file team.');
    await expect(context).not.toContainText('no next step');

    await context.getByRole('link', { name: '3, show all alerts' }).click();
    const alerts = page.getByRole('region', { name: 'Alerts' });
    await expect(alerts.getByRole('heading', { level: 3 })).toHaveText([
      'LSASS process memory read',
      'Possible lateral movement',
      'Suspicious remote access software',
    ]);
    await expect(alerts.getByRole('link', { name: 'Open alert in Defender' }).first()).toHaveAttribute(
      'href',
      /^https:\/\/security\.microsoft\.com\/alerts\//,
    );

    await page.getByRole('tab', { name: /^Runs/ }).click();
    await expect(page.getByRole('region', { name: 'Runs' })).toHaveText(
      'Nothing sent for this incident from this browser.',
    );

    await page.getByRole('tab', { name: /^Evidence/ }).click();
    const evidence = page.getByRole('region', { name: 'Evidence' });
    const found = evidence.getByRole('status');
    await expect(found).toHaveText('8');
    await evidence.getByRole('button', { name: /^Devices/ }).click();
    await expect(found).toHaveText('4 of 8');
    await evidence.getByRole('button', { name: /^Malicious/ }).click();
    await expect(evidence).toContainText('No evidence matches these filters.');
    await evidence.getByRole('button', { name: 'Clear filters' }).click();
    await evidence.getByRole('searchbox', { name: 'Search evidence' }).fill('fin-lt-0231');
    await expect(found).toHaveText('1 of 8');
    await watch.expectAccessible();

    // The task that acts on it opens, and the note is still there.
    await evidence.getByRole('link', { name: 'Isolate device FIN-LT-0231' }).click();
    await expect(page.getByRole('tab', { name: /^Tasks/ })).toHaveAttribute('aria-selected', 'true');
    await expect(page).toHaveURL(/[?&]task=/);
    await page.reload();
    await expect(note).toHaveValue('SRV-FILE-02 waits for the file team.');
  });
});

test.describe('an incident that asks for more proof of identity', () => {
  test.use({ seed: 'incidents' });

  test('says so once, above its tasks, and tells no numbers of what wasn’t read', async ({
    page,
    tenant,
    watch,
  }) => {
    watch.declareStatus(400, 401);
    await signInByHand(page, tenant, 'soc.lead', '/incidents/2972412');
    const incident = page.getByRole('article');
    const tab = incident.getByRole('tab', { name: /^Tasks/ });
    await expect(tab).toHaveText(/\(\d+\)/);
    await tenant.fault({ kind: 'claimsChallenge', pop: true, match: { path: 'security/' } });
    await page.reload();
    await expect(page.getByRole('button', { name: 'Continue to sign-in' })).toHaveCount(1);
    await expect(tab).not.toHaveText(/\d/);
    await expect(page.getByRole('region', { name: 'Context' })).not.toContainText('No summary yet');
    await stepUp(page, incident);
    await expect(tab).toHaveText(/\(\d+\)/);
  });
});

test.describe('a strange incident', () => {
  test.use({ seed: 'strange' });

  test('whose alerts are refused keeps all the rest; foreign values, markup and long texts stay text', async ({
    page,
    tenant,
    watch,
  }) => {
    // Its alerts, and the incident that is gone.
    watch.declareStatus(403, 404);
    const harm = watchHarm(page, tenant);
    await signIn(page, tenant, 'soc.operator', `/incidents/${refusingIncident}`);
    const context = page.getByRole('region', { name: 'Context' });
    await expect(context).toContainText('No permission to see the alerts.');
    await expect(context).toContainText('Actiondesk lacks the permission SecurityAlert.Read.All');
    await expect(context).toContainText('The same tool was started on several devices.');
    await expect(context).toContainText('No comments yet');
    await expect(page.getByRole('region', { name: 'Tasks' })).toContainText('Isolate device');
    await watch.expectAccessible();

    const open = async (incidentId: string, tab = '') => {
      await page.goto(`${tenant.appUrl}/incidents/${incidentId}${tab}`);
      await expect(context.getByRole('heading', { level: 3, name: 'Classification and tags' })).toBeVisible();
    };
    await open(foreignEvidenceIncident, '?tab=evidence');
    for (const text of ['critical', 'not a technique', 'guilty', 'burnt', '3 entries left out'])
      await expect(context).toContainText(text);
    const evidence = page.getByRole('region', { name: 'Evidence' });
    await expect(evidence.getByRole('heading', { level: 3 })).toHaveText([
      'Devices',
      '#microsoft.graph.security.quantumEvidence',
      'Kind not provided',
    ]);
    await open(longIncident);
    await expect(context).toContainText('<img src=x onerror=alert(1)>');
    await open(commentedIncident);
    await expect(context).toContainText('<b>Mallory</b>');
    await expect(context.getByText('c'.repeat(400))).toHaveCount(0);
    await context.getByRole('button', { name: 'Show all of the comment by Defender Experts' }).click();
    await expect(context.getByText('c'.repeat(400))).toBeVisible();
    await harm.expectNone();
  });
});
