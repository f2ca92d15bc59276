import type { DesktopCondition } from '../../src/main/app/desktop-condition.ts';
import type { ConditionState } from '../../src/shared/contract/condition.ts';

/** A shop file in the condition that a test says. The real one is tried in `main/shell/condition`. */
export type FakeCondition = DesktopCondition & { now: ConditionState; readonly asked: string[] };

export function createFakeCondition(): FakeCondition {
  const fake: FakeCondition = {
    now: { trouble: null, unclean: null, keptBefore: null, last: null, failure: null },
    asked: [],
    state: () => fake.now,
    lookAgain() {
      fake.asked.push('look again');
      return fake.now.trouble === null;
    },
    async check({ onProgress, signal }) {
      fake.asked.push('check');
      onProgress({ done: 1, total: 2 });
      signal.throwIfAborted();
      return { problems: fake.now.last?.problems ?? [] };
    },
    recover: () => void fake.asked.push('recover'),
  };
  return fake;
}
