import assert from 'node:assert/strict';
import * as v from 'valibot';
import { faultInput } from '../../simulator/faults/fault.ts';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { nameWithVersion } from '../../src/resources/driver-updates/names.ts';
import { pilotDriver } from '../support/drivers.ts';
import { actionStatuses, buttons, names, results, texts } from '../support/words.ts';
import { at, goTo, type Journey, sendingsOf, signIn } from './scene.ts';

const outcomes = at('region', names.results);

const driver = pilotDriver('Surface - HIDClass - Pen Settings', 'needsReview');
const year = new Date().getFullYear() + 1;

const approving: Journey = {
  title: 'Dana approves a driver from a date on',
  steps: [
    {
      title: 'sign in, and see the Overview fill',
      play: (scene) => signIn(scene, 'driver.admin', /Drivers to review 210 /),
    },
    {
      title: 'find the profile by its name, and the driver by a search',
      async play(scene) {
        const { person } = scene;
        await goTo(scene, 'pilot ring', pilotRingName);
        await person.fill(at('searchbox', 'Search drivers'), driver.name);
        await person.see(/ 1 of \d+ /, at('search', ''));
      },
    },
    {
      title: 'select the driver, and approve it on a date',
      async play({ person }) {
        await person.click(at('checkbox', driver.label));
        await person.click(at('button', 'Approve'));
        const dialog = at('dialog', 'Approve 1 driver?');
        await person.click(at('radio', 'On a date'));
        await person.fill(at('textbox', 'Date'), `${year}-07-15`);
        await person.fill(at('textbox', 'Time'), '06:00');
        // In the order of the browser's own language.
        await person.see(/\(.* 0?4:00(?: AM)? UTC\)/, dialog);
        await person.click(at('button', 'Approve 1 driver'));
      },
    },
    {
      title: 'see that Intune confirms it, with its date, sent once and in UTC',
      async play(scene) {
        const { person } = scene;
        await person.see(`1 driver: 1 ${results.confirmed.toLowerCase()}`, outcomes);
        await person.click(at('button', names.results));
        await person.see(`${driver.name}`, at('grid', names.resultGrid));
        await person.see(results.confirmed, at('grid', names.resultGrid));
        await person.see(new RegExp(`Approved from .*${year}`), at('grid', names.drivers));
        const { byTheApp, effects, bodies } = sendingsOf(scene);
        assert.deepEqual({ byTheApp, effects }, { byTheApp: 1, effects: 1 });
        const deploymentDate = `${year}-07-15T04:00:00.000Z`;
        assert.deepEqual(bodies[0], { actionName: 'approve', driverIds: [driver.id], deploymentDate });
      },
    },
    {
      title: 'find the run in the history, also after a reload',
      async play(scene) {
        const { person } = scene;
        const run = `Approve ${nameWithVersion(driver.name, driver.version)} in ${pilotRingName}`;
        await goTo(scene, 'history', 'History');
        await person.click(at('link', run));
        await person.see(run, at('heading', run));
        await person.reload();
        await person.see(run, at('heading', run));
        await person.see(results.confirmed, at('grid', names.resultGrid));
        assert.equal(sendingsOf(scene).byTheApp, 1);
      },
    },
  ],
};

const isolation = 'Isolate device FIN-LT-0231';
const [second, third] = ['Isolate device FIN-LT-0244', 'Isolate device FIN-WS-0107'];

const responding: Journey = {
  title: 'Sam isolates devices, and reloads in the middle of a run',
  steps: [
    {
      title: 'sign in, and find the tasks of an incident',
      async play(scene) {
        await signIn(scene, 'soc.operator', /Tasks not started 20 /);
        await goTo(scene, 'incident tasks', names.tasks);
        await scene.person.fill(at('searchbox', 'Search tasks'), 'isolate FIN');
      },
    },
    {
      title: 'run an action, which starts',
      async play(scene) {
        const { person } = scene;
        await person.click(at('checkbox', `Select ${isolation}, not started`));
        await person.click(at('button', 'Run action'));
        await person.see('keeps only its connection to Defender', at('dialog', `${isolation}?`));
        await person.click(at('button', 'Isolate device'));
        // On a slow machine Defender is done before a person looks.
        await person.see(new RegExp(`1 task: 1 (${results.started}|${results.completed})`, 'i'), outcomes);
        assert.equal(sendingsOf(scene).effects, 1);
      },
    },
    {
      title: 'see the action complete, once Defender says so',
      async play({ person, tenant }) {
        tenant.clock.advance(60_000);
        await person.see(`1 task: 1 ${results.completed.toLowerCase()}`, outcomes);
        await person.see(actionStatuses.completed, at('grid', names.tasks));
      },
    },
    {
      title: 'reload while a run of two is sent: one is sent, the other waits for a click',
      async play(scene) {
        const { person, tenant } = scene;
        const match = { method: 'POST', path: 'executeResponseAction' };
        tenant.faults.add(
          v.parse(faultInput, { kind: 'stall', ms: 30_000, phase: 'after', times: 1, match }),
        );
        for (const task of [second, third]) await person.click(at('checkbox', `Select ${task}, not started`));
        await person.click(at('button', 'Run action'));
        await person.click(at('button', 'Run 2 actions'));
        await person.see('1 not sent yet', outcomes);
        await person.reload();
        await person.see(texts.pageClosed, outcomes);
        assert.equal(sendingsOf(scene).byTheApp, 2);
      },
    },
    {
      title: 'resume the rest, which is sent once',
      async play(scene) {
        const { person } = scene;
        await person.click(at('button', names.results));
        await person.click(at('button', buttons.resume));
        await person.click(at('button', 'Run the remaining 1 action'));
        await person.see('2 tasks', outcomes);
        scene.tenant.clock.advance(60_000);
        await person.see(`2 tasks: 2 ${results.completed.toLowerCase()}`, outcomes);
        const { byTheApp, effects } = sendingsOf(scene);
        assert.deepEqual({ byTheApp, effects }, { byTheApp: 3, effects: 3 });
      },
    },
  ],
};

/** What both areas of the app are for, from the sign-in to the history. */
export const journeys: readonly Journey[] = [approving, responding];
