import { expect, it } from 'vitest';
import { testTask } from '../incident-tasks/test-task.ts';
import { evidenceOf } from './evidence-summary.ts';
import { tasksByEvidence } from './evidence-tasks.ts';
import { testAlert, testEvidence } from './test-alerts.ts';

it('evidence knows the tasks that act on it, and whether it agrees with their action', () => {
  const items = evidenceOf([
    testAlert({}, [
      testEvidence('device', { hostName: 'FIN-LT-0231', remediationStatus: 'active' }),
      testEvidence('device', { hostName: 'SRV-FILE-02' }),
    ]),
  ]);
  const found = tasksByEvidence(items, [
    testTask({ id: 'isolate', actionStatus: 'completed' }),
    testTask({ id: 'scan', actionType: 'runAntiVirusScan' }),
    testTask({ id: 'elsewhere', responseAction: { identifierValue: 'X', isolationType: '', deviceId: '' } }),
    testTask({ id: 'by hand', actionType: 'text' }),
  ]);
  expect([...found.keys()]).toEqual([items[0]?.key]);
  expect([...found.values()].flat().map(({ task, witness }) => [task.id, witness.kind])).toEqual([
    ['isolate', 'disagrees'],
    ['scan', 'silent'],
  ]);
});
