import { describe, expect, it } from 'vitest';
import { checkDraft, customerFormReducer, isChanged, refusedFields, startOfForm } from './customer-draft.ts';

const ana = { name: 'Ana', phone: '555-1', email: 'ana@example.com', address: '2 Low Street', note: '' };

describe('checkDraft', () => {
  it('asks for a name and nothing else', () => {
    expect(checkDraft({ ...startOfForm(null).draft, name: ' ' })).toEqual({ name: 'name-missing' });
    expect(checkDraft(startOfForm(null, 'Ana').draft)).toEqual({});
  });

  it('reads e-mail addresses as people write them', () => {
    for (const email of ['ana@example.com', 'ana@intranet', 'あな@例え.jp', ' ana+shop@example.co.uk '])
      expect(checkDraft({ ...ana, email })).toEqual({});
    for (const email of ['ana', 'ana@', '@example.com', 'ana@ex ample.com', 'a@b@c'])
      expect(checkDraft({ ...ana, email })).toEqual({ email: 'email-unreadable' });
  });

  it('keeps card numbers out', () => {
    expect(checkDraft({ ...ana, note: 'pays with 4111 1111 1111 1111' })).toEqual({ note: 'card-number' });
  });

  it('says what is too long', () => {
    expect(checkDraft({ ...ana, name: 'x'.repeat(161) })).toEqual({ name: { tooLong: 160 } });
  });
});

describe('customerFormReducer', () => {
  it('takes a problem back once its field is typed in, and keeps what was typed', () => {
    const refused = customerFormReducer(startOfForm(ana), {
      type: 'refused',
      problems: { name: 'name-missing', note: 'card-number' },
    });
    expect(refused.draft).toEqual(ana);
    const typed = customerFormReducer(refused, { type: 'typed', field: 'note', text: 'regular' });
    expect(typed).toEqual({
      draft: { ...ana, note: 'regular' },
      problems: { name: 'name-missing' },
    });
  });
});

it('finds the field that main refused', () => {
  expect(refusedFields({ field: 'note', reason: 'card-number' })).toEqual({ note: 'card-number' });
  expect(refusedFields({ field: 'phone', reason: 'has unprintable characters' })).toEqual({
    phone: 'unprintable',
  });
  expect(refusedFields({ field: 'customerId' })).toEqual({});
});

it('does not take white space for a change', () => {
  expect(isChanged({ ...ana, name: ' Ana ' }, ana)).toBe(false);
  expect(isChanged({ ...ana, phone: '' }, ana)).toBe(true);
});
