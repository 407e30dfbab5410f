/**
 * The modules that decide what is sent, what is waited for and what is said of it: a mistake here costs most. Coverage
 * and mutation tests hold them to figures of their own. No braces: Stryker splits its arguments at every comma.
 */
export const coreModules = [
  'src/runs/**/*.ts',
  'src/actions/driver-approval/accounting.ts',
  'src/actions/driver-approval/verdicts.ts',
  'src/actions/driver-approval/work.ts',
  'src/actions/incident-change/verdicts.ts',
  'src/actions/incident-change/work.ts',
  'src/actions/incident-comment/verdicts.ts',
  'src/actions/incident-comment/work.ts',
  'src/actions/inventory-sync/work.ts',
  'src/actions/profile-assignment/verdicts.ts',
  'src/actions/profile-assignment/work.ts',
  'src/actions/profile-change/create-verdicts.ts',
  'src/actions/profile-change/verdicts.ts',
  'src/actions/profile-change/work.ts',
  'src/actions/response-action/verdicts.ts',
  'src/actions/response-action/work.ts',
  'src/actions/task-status/verdicts.ts',
  'src/actions/task-status/work.ts',
  'src/actions/user-action/verdicts.ts',
  'src/actions/user-action/work.ts',
  'src/graph/client.ts',
  'src/graph/pacer.ts',
  'src/graph/policy.ts',
  'src/graph/retry-after.ts',
  'src/graph/sender.ts',
  'src/graph/transport.ts',
  'src/lib/instant.ts',
  'src/lib/path.ts',
  'src/lib/problem.ts',
  'src/lib/redact.ts',
  'src/run-panel/export-csv.ts',
] as const;

/** What stands beside them and is no product: tests, and what only tests use. */
export const besideCore = ['**/*.test.ts', '**/test-*.ts'] as const;
