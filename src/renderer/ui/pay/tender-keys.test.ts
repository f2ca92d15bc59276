import { describe, expect, it } from 'vitest';
import { keysOfTender, tenderKeys } from './tender-keys.ts';

describe('keys of a tender', () => {
  it('are its own first, then the function key of its place', () => {
    expect(keysOfTender('C', 0)).toEqual(['C', 'Alt+C', 'F5']);
    expect(keysOfTender('1', 1)).toEqual(['Alt+1', 'F6']);
    expect(keysOfTender(null, 5)).toEqual(['F10']);
    expect(keysOfTender('V', 6)).toEqual(['V', 'Alt+V']);
    expect(keysOfTender(null, 6)).toEqual([]);
  });

  it('leave digits to the amount', () => {
    expect(['7', 'U'].map(tenderKeys)).toEqual(['Alt+7', 'U']);
  });
});
