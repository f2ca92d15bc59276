import { describe, expect, it } from 'vitest';
import { passwordStrength } from './password-strength.ts';

describe('how strong a password is', () => {
  it.each([
    ['kettle77', 'fair'],
    ['abcdefghijklmnop', 'fair'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'fair'],
    ['abababababababababababab', 'fair'],
    ['kettle over', 'good'],
    ['larch-otter-7-lantern', 'strong'],
    ['Müllers Kühe fliegen tief', 'strong'],
    ['', 'fair'],
  ])('%s is %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });
});
