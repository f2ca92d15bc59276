import { describe, expect, it } from 'vitest';
import { commonErrors } from '../../contract/errors.ts';
import { contract } from '../../contract/index.ts';
import { errorsText } from './errors.ts';

const codes = new Set<string>([
  ...commonErrors,
  ...Object.values(contract).flatMap((entry): readonly string[] => entry.errors),
]);

describe('sentences of refusals', () => {
  it('has one for every code of the contract', () => {
    expect(codes.size).toBeGreaterThan(40);
    const missing = [...codes].filter((code) => !Object.hasOwn(errorsText, `error.${code}`));
    expect(missing).toEqual([]);
  });

  it('has none for a code that no call answers with', () => {
    const left = Object.keys(errorsText).filter((key) => !codes.has(key.replace(/^error\./, '')));
    expect(left).toEqual([]);
  });
});
