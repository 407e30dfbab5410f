import type { Graph } from '../graph/client.ts';
import type { Intent } from '../runs/model.ts';
import type { Work } from '../runs/work.ts';
import { driverWork } from './driver-approval/work.ts';
import { syncWork } from './inventory-sync/work.ts';
import { type OnTasks, taskWork } from './response-action/work.ts';

/**
 * How the steps of an intent are carried out.
 *
 * @param now epoch ms, which dates of drivers are compared with
 * @param onTasks gets each list of tasks that following a run has loaded
 */
export function workFor(graph: Graph, intent: Intent, now = Date.now, onTasks?: OnTasks): Work {
  switch (intent.kind) {
    case 'drivers':
      return driverWork(graph, intent, now);
    case 'tasks':
      return taskWork(graph, onTasks);
    case 'sync':
      return syncWork(graph);
  }
}
