import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { auditDidText } from '../../../shared/text/en/audit-did.ts';
import { auditTriedText } from '../../../shared/text/en/audit-tried.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import { actionWords } from './action-words.ts';

const text = createEnglishText('en-GB');
const audited = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'query' ? [] : [name]));

describe('the words of what was done', () => {
  it('has some for every call that may leave an entry, done and refused', () => {
    expect(audited.length).toBeGreaterThan(90);
    for (const call of audited) {
      expect(auditDidText, call).toHaveProperty([`audit.did-${call}`]);
      expect(auditTriedText, call).toHaveProperty([`audit.tried-${call}`]);
    }
  });

  it('has none for a call that is gone', () => {
    const known = new Set(audited);
    const left = [...Object.keys(auditDidText), ...Object.keys(auditTriedText)].filter(
      (key) => !known.has(key.replace(/^audit\.(did|tried)-/u, '')),
    );
    expect(left).toEqual([]);
  });

  it('tells one call from another', () => {
    expect(new Set(Object.values(auditDidText)).size).toBe(Object.keys(auditDidText).length);
    expect(new Set(Object.values(auditTriedText)).size).toBe(Object.keys(auditTriedText).length);
  });

  it('says of what was refused that it was tried only', () => {
    expect(actionWords({ call: 'payments.take', outcome: 'ok' }, text)).toBe('Took a payment');
    expect(actionWords({ call: 'payments.take', outcome: 'too-much-paid' }, text)).toBe(
      'Tried to take a payment',
    );
  });

  it('says of a question that was refused what it was about', () => {
    const asked = actionWords({ call: 'orders.list', outcome: 'forbidden' }, text);
    expect(asked).toBe('Tried to look at: Orders');
  });

  it('names a call of another version by its name', () => {
    expect(actionWords({ call: 'drawer.kick', outcome: 'ok' }, text)).toContain('drawer.kick');
    expect(actionWords({ call: 'toString', outcome: 'ok' }, text)).toContain('toString');
  });
});
