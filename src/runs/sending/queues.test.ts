import { expect, it } from 'vitest';
import { createQueues } from './queues.ts';

it('lets work on one target wait for its turn, and on others go on', async () => {
  const queues = createQueues();
  const story: string[] = [];
  let finish = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const first = queues.take('pilot', async () => {
    story.push('first');
    await gate;
    story.push('first ends');
    return 1;
  });
  const second = queues.take('pilot', async () => story.push('second'));
  await queues.take('broad', async () => story.push('other'));
  expect(story).toEqual(['first', 'other']);
  finish();
  expect(await first).toBe(1);
  await second;
  expect(story).toEqual(['first', 'other', 'first ends', 'second']);
});

it('goes on after work that failed, whose error its own caller gets', async () => {
  const queues = createQueues();
  const failing = queues.take('pilot', () => Promise.reject(new Error('no')));
  const next = queues.take('pilot', async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
