import { basename, dirname } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Runs the tests that stand beside the changed module first. A run ends at its first failure, so most changes are found
 * out by one file of tests instead of all that reach the module from somewhere.
 */
class OwnTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [changed = ''] = this.ctx.config.related ?? [];
    const name = basename(changed, '.ts');
    const distance = ({ moduleId }: TestSpecification) => {
      if (dirname(moduleId) !== dirname(changed)) return 3;
      if (basename(moduleId) === `${name}.test.ts`) return 0;
      return basename(moduleId).startsWith(`${name}-`) ? 1 : 2;
    };
    return [...files].sort((one, other) => distance(one) - distance(other));
  }
}

/** For `npm run mutation`, which needs no page: the unit tests of the app alone. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Random sequences take a minute a mutant, and would find by chance what a test should say by name.
    exclude: ['src/runs/testing/model-based/**'],
    environment: 'node',
    // As in vite.config.ts, for the same reason: with a world of its own for each file it takes two thirds longer.
    isolate: false,
    sequence: { sequencer: OwnTestsFirst },
  },
});
