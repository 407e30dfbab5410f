import type { Graph } from '../graph/client.ts';
import { driverWork } from './driver-work.ts';
import type { Intent } from './model.ts';
import { syncWork } from './sync-work.ts';
import { taskWork } from './task-work.ts';
import type { Work } from './work.ts';

/**
 * How the steps of an intent are carried out.
 *
 * @param now epoch ms, which dates of drivers are compared with
 */
export function workFor(graph: Graph, intent: Intent, now = Date.now): Work {
  switch (intent.kind) {
    case 'drivers':
      return driverWork(graph, intent, now);
    case 'tasks':
      return taskWork(graph);
    case 'sync':
      return syncWork(graph);
  }
}
