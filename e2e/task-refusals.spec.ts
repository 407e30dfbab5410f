import { partialFile } from '../simulator/seeds/contoso-defender.ts';
import { openTasks, ransomwareIncident, select } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const partial = `Stop and quarantine file ${partialFile}`;

test('[U12 AX-29] what a person has to do by hand cannot be run, and says why, to the keyboard as well', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const command = page.getByRole('button', { name: 'Run action' });
  await select(tasks, ['Call the user of FIN-LT-0231']);
  await expect(command).toHaveAccessibleDescription('Manual step. Follow the task’s description.');
  await command.focus();
  await expect(command).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('button', { name: 'Clear selection' }).click();
  await openTasks(page, ransomwareIncident);
  await select(tasks, ['Submit indicator rule for the staging server']);
  await expect(command).toHaveAccessibleDescription(
    'Can’t be run from Actiondesk. Run it in the Defender portal.',
  );
  // Together with one that can be run it is left out, aloud.
  await select(tasks, [partial]);
  await command.click();
  await expect(page.getByRole('dialog')).toContainText(
    '1 of 2 selected is skipped: Can’t be run from Actiondesk',
  );
});
