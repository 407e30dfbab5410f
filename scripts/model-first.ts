import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Starts the longest unit test first: it takes one core as long as all the others take the other one. */
export class ModelFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isModel = ({ moduleId }: TestSpecification) => moduleId.includes('/model-based/');
    const sorted = await super.sort(files);
    return [...sorted.filter(isModel), ...sorted.filter((file) => !isModel(file))];
  }
}
