import { describe, expect, it } from 'vitest';
import { type DateOrder, readClock, readDateCell } from './date-forms.ts';
import { countDate, dateVotes, decideOrder } from './date-votes.ts';

const read = (text: string, order: DateOrder = 'dmy') => {
  const found = readDateCell(text, order, 2026);
  return found && [found.date, found.time === null ? null : found.time / 60_000, found.offset];
};

describe('a date in a cell', () => {
  it.each<[string, DateOrder, ReturnType<typeof read>]>([
    ['2019-03-04', 'dmy', [20190304, null, null]],
    ['2019-03-04 13:05', 'mdy', [20190304, 785, null]],
    ['2019-03-04T13:05:30Z', 'mdy', [20190304, 785.5, 0]],
    ['2019-03-04T13:05:30.250+05:30', 'mdy', [20190304, 785 + 30.25 / 60, 330]],
    ['2019/4/3', 'dmy', [20190403, null, null]],
    ['2019-13-04', 'ydm', [20190413, null, null]],
    ['3/4/2019', 'dmy', [20190403, null, null]],
    ['3/4/2019', 'mdy', [20190304, null, null]],
    ['03.04.19 1:05 PM', 'dmy', [20190403, 785, null]],
    ['12/31/2019, 12:00 am', 'mdy', [20191231, 0, null]],
    ['19-03-04', 'ymd', [20190304, null, null]],
    ['1/2/99', 'dmy', [19990201, null, null]],
    ['1/2/27', 'dmy', [20270201, null, null]],
    ['20190304', 'dmy', [20190304, null, null]],
    ['20190304T130500', 'dmy', [20190304, 785, null]],
    ['4 Mar 2019', 'dmy', [20190304, null, null]],
    ['March 4th, 2019 13:05', 'dmy', [20190304, 785, null]],
    ['Mon, 04 Mar 2019', 'dmy', [20190304, null, null]],
    ['4. März 2019', 'dmy', [20190304, null, null]],
    ['01-Dec-10', 'dmy', [20101201, null, null]],
    ['1 juillet 2019', 'dmy', [20190701, null, null]],
    ['1 juin 2019', 'dmy', [20190601, null, null]],
    ['1551704700', 'dmy', [20190304, 785, 0]],
    ['1551704700000', 'dmy', [20190304, 785, 0]],
    ['43528', 'dmy', [20190304, null, null]],
    ['43528.5', 'dmy', [20190304, 720, null]],
  ])('%s (%s)', (text, order, expected) => expect(read(text, order)).toEqual(expected));

  it.each([
    '',
    'x',
    '31/2/2019',
    '2019-02-30',
    '32/1/2019',
    '1/13/2019',
    '2019-03-04 25:00',
    '1/2/3',
    '1234',
    '12.50',
    '0/0/0',
    '99999999',
    '4 Foo 2019',
    '1/2/20199',
  ])('is none: %s', (text) => expect(read(text)).toBe(null));

  it('reads times of day', () => {
    expect(readClock('9:05')?.time).toBe(545 * 60_000);
    expect(readClock('9h05')?.time).toBe(545 * 60_000);
    expect(readClock('11:59:59 pm')?.time).toBe(86_399_000);
    for (const text of ['24:00', '9:60', '13:00 pm', '0:10 am', 'x', '9']) expect(readClock(text)).toBe(null);
  });
});

describe('the order of a column', () => {
  const order = (cells: readonly string[], locale = 'en-GB') => {
    const votes = dateVotes();
    for (const cell of cells) countDate(votes, cell, 2026);
    return decideOrder(votes, locale);
  };

  it('is told by a day above 12', () => {
    expect(order(['1/2/2019', '3/4/2019', '1/27/2019'])).toEqual({ order: 'mdy', isUnsure: false });
    expect(order(['1/2/2019', '27/1/2019'], 'en-US')).toEqual({ order: 'dmy', isUnsure: false });
    expect(order(['2019-01-02', '2019-27-01'])).toEqual({ order: 'ydm', isUnsure: false });
  });

  it('is told by most cells where a few are wrong', () => {
    const cells = Array.from({ length: 40 }, (_, day) => `1/${(day % 28) + 1}/2019`);
    expect(order([...cells, '27/1/2019'])).toEqual({ order: 'mdy', isUnsure: false });
  });

  it('is told by a file that is sorted', () => {
    const days = Array.from({ length: 12 }, (_, month) =>
      Array.from({ length: 12 }, (_, day) => `${month + 1}/${day + 1}/2019`),
    );
    expect(order(days.flat())).toEqual({ order: 'mdy', isUnsure: false });
    expect(order(['1/2/2019', '2/2/2019', '1/3/2019'], 'en-US')).toEqual({ order: 'dmy', isUnsure: true });
  });

  it('has to be confirmed where nothing tells it', () => {
    expect(order(['1/2/2019', '1/2/2019'])).toEqual({ order: 'dmy', isUnsure: true });
    expect(order(['1/2/2019', '1/2/2019'], 'en-US')).toEqual({ order: 'mdy', isUnsure: true });
  });
});
