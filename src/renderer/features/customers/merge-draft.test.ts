import { describe, expect, it } from 'vitest';
import type { MergeSide } from '../../../shared/contract/customer-records.ts';
import { money } from '../../../shared/domain/money.ts';
import { differing, logInsAfter, usualChoice } from './merge-draft.ts';

const ana: MergeSide = {
  ...{
    id: 1,
    name: 'Ana',
    phone: '',
    email: 'a@b.c',
    address: '',
    note: 'nuts',
    createdAt: 0,
    archivedAt: null,
  },
  ...{ orders: 1, cancelled: 0, spent: money(100), owed: money(0), firstDate: null, lastDate: null },
  ...{ username: null, hasPassword: false, returns: 0, notes: 0, carts: 0 },
};
const anna: MergeSide = { ...ana, id: 2, name: 'Anna', phone: '555', note: 'rings twice' };

describe('usualChoice', () => {
  it('keeps what the kept one has and fills in what they lack', () => {
    expect(usualChoice(ana, anna)).toEqual({
      ...{ name: 'kept', phone: 'merged', email: 'kept', address: 'kept', note: 'both', logIn: 'merged' },
    });
    expect(usualChoice(ana, { ...anna, note: 'nuts' }).note).toBe('kept');
    expect(usualChoice({ ...ana, note: '' }, anna).note).toBe('merged');
  });

  it('takes the log-in that somebody can sign in with', () => {
    const old = { ...ana, username: 'ana', hasPassword: false };
    const present = { ...anna, username: 'anna', hasPassword: true };
    expect(usualChoice(old, present).logIn).toBe('merged');
    expect(usualChoice(present, old).logIn).toBe('kept');
    expect(usualChoice({ ...old, hasPassword: true }, present).logIn).toBe('kept');
  });
});

it('asks only about what differs', () => {
  expect(differing(ana, anna)).toEqual(['name', 'phone', 'note']);
  expect(differing(ana, ana)).toEqual([]);
});

it('says which log-in stays, moves and goes', () => {
  const choice = usualChoice(ana, anna);
  const [one, two] = [
    { ...ana, username: 'ana' },
    { ...anna, username: 'anna' },
  ];
  expect(logInsAfter(ana, anna, choice)).toEqual({ stays: null, goes: null, moves: false });
  expect(logInsAfter(ana, two, choice)).toEqual({ stays: 'anna', goes: null, moves: true });
  expect(logInsAfter(one, anna, choice)).toEqual({ stays: 'ana', goes: null, moves: false });
  expect(logInsAfter(one, two, { ...choice, logIn: 'merged' })).toEqual({
    stays: 'anna',
    goes: 'ana',
    moves: true,
  });
  expect(logInsAfter(one, two, { ...choice, logIn: 'kept' })).toEqual({
    stays: 'ana',
    goes: 'anna',
    moves: false,
  });
});
