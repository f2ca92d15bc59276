import { expect, it } from 'vitest';
import { onceAtATime } from './once-at-a-time.ts';

it('asks a folder one thing after the other, and each once more', async () => {
  const ask = onceAtATime();
  const begun: string[] = [];
  const first = Promise.withResolvers<string>();
  const one = ask('/stick', () => {
    begun.push('one');
    return first.promise;
  });
  const two = ask('/stick', async () => begun.push('two'));
  await ask('/other', async () => begun.push('other'));
  expect(begun).toEqual(['one', 'other']);
  first.resolve('there');
  expect(await Promise.all([one, two])).toEqual(['there', 3]);
});

it('does not ask again before a folder that hangs has answered', async () => {
  const ask = onceAtATime();
  const hung = Promise.withResolvers<string>();
  let count = 0;
  const question = () => {
    count += 1;
    return hung.promise;
  };
  expect(await Promise.all([ask('/stick', question), ask('/stick', question)])).toEqual([null, null]);
  expect(await ask('/stick', question)).toBeNull();
  expect(count).toBe(1);
  hung.resolve('back');
  await hung.promise;
  await new Promise((resolve) => setImmediate(resolve));
  expect(await ask('/stick', question)).toBe('back');
});

it('waits for a slow folder that says it still answers', async () => {
  const ask = onceAtATime();
  const answer = await ask('/stick', async (stillAnswers) => {
    for (let part = 0; part < 3; part += 1) {
      await new Promise((resolve) => setTimeout(resolve, 900));
      stillAnswers();
    }
    return 'all of it';
  });
  expect(answer).toBe('all of it');
});

it('passes on what a question throws, to who asked it alone', async () => {
  const ask = onceAtATime();
  const one = ask('/stick', async () => {
    throw new Error('not allowed');
  });
  const two = ask('/stick', async () => 'fine');
  await expect(one).rejects.toThrow('not allowed');
  expect(await two).toBe('fine');
});
