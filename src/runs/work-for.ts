import type { Graph } from '../graph/client.ts';
import { driverWork } from './driver-work.ts';
import type { Intent } from './model.ts';
import { syncWork } from './sync-work.ts';
import { taskWork } from './task-work.ts';
import type { Work } from './work.ts';

/** How the steps of an intent are carried out. */
export function workFor(graph: Graph, intent: Intent): Work {
  switch (intent.kind) {
    case 'drivers':
      return driverWork(graph, intent);
    case 'tasks':
      return taskWork(graph);
    case 'sync':
      return syncWork(graph);
  }
}
