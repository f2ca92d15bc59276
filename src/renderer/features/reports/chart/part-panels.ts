import type { ReportResult } from '../../../../shared/contract/reports.ts';
import { rate } from '../../../../shared/domain/rate.ts';
import { hoursFrom } from '../../../../shared/domain/report-span.ts';
import { weekdayWords } from '../../../../shared/text/report-words.ts';
import { formatsOf } from './figure-words.ts';
import { columnOf, type Panel } from './panel.ts';
import { partName } from './part-names.ts';
import { labelNameOf, pickRow, topRows } from './ranked-panel.ts';
import { sharesOf } from './shares.ts';
import { hourWords, type Words } from './step-words.ts';

/** In tenths, as the table has it. */
function shareWords(share: number | null, format: Words['format']): string {
  return share === null ? '' : format.share(rate(share));
}

type Base = Pick<Panel, 'key' | 'title' | 'note'>;

function nothing(base: Base, { text }: Words): Panel {
  return { ...base, as: 'nothing', sentence: text('report-chart.nothing') };
}

/** Where orders stand, as parts of a ring; a status that no order has is no part of it. */
export function statusPanel(result: ReportResult, words: Words): Panel | null {
  const { text, format } = words;
  const of = columnOf(result, 'orders');
  if (of === null) return null;
  const base = { key: 'status', title: text('report-chart.status'), note: null };
  const rows = result.rows.filter((row) => (of(row) ?? 0) > 0);
  if (rows.length === 0) return nothing(base, words);
  const values = rows.map((row) => of(row) ?? 0);
  const shares = sharesOf(values);
  return {
    ...base,
    as: 'chart',
    chart: {
      ...{ kind: 'doughnut', label: base.title, labelName: labelNameOf(result, text) },
      labels: rows.map((row) => partName(result, row, words)),
      series: [{ name: text('metric.name-orders'), role: 'strong', values }],
      inks: rows.map(({ part }) => `--chart-status-${part.key}`),
      formatShare: (index) => format.share(rate(shares?.[index] ?? 0)),
      ...formatsOf('count', format),
    },
    pick: (index) => {
      const row = rows[index];
      return row ? pickRow(result, row, 'orders', words) : null;
    },
  };
}

/** How customers paid, as shares that come to 100 %; what went back by each way, beside it and not taken off. */
export function sharesPanel(result: ReportResult, words: Words): Panel | null {
  const { text, format } = words;
  const [paid, shareOf, refunded, refunds] = ['paid', 'paidShare', 'refunded', 'refunds'].map((key) =>
    columnOf(result, key),
  );
  if (!paid || !shareOf || !refunded || !refunds) return null;
  const base = { key: 'shares', title: text('report-chart.shares'), note: null };
  const rows = result.rows.filter((row) => (paid(row) ?? 0) !== 0 || (refunded(row) ?? 0) !== 0);
  if (rows.length === 0) return nothing(base, words);
  const amounts = rows.map((row) => paid(row) ?? 0);
  const whole = amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0);
  const { formatValue } = formatsOf('money', format);
  const hasRest = result.others !== null;
  return {
    ...base,
    note: hasRest ? text('report-chart.only-shown', { count: rows.length }) : null,
    as: 'shares',
    label: base.title,
    total: formatValue(amounts.reduce((sum, amount) => sum + amount, 0)),
    rows: rows.map((row, index) => {
      const back = refunded(row) ?? 0;
      return {
        name: partName(result, row, words),
        part: whole === 0 ? 0 : (amounts[index] ?? 0) / whole,
        figure: formatValue(amounts[index] ?? 0),
        share: shareWords(shareOf(row), format),
        back:
          back === 0
            ? null
            : {
                part: whole === 0 ? 0 : back / whole,
                words: text('report-chart.went-back', {
                  count: refunds(row) ?? 0,
                  amount: formatValue(back),
                }),
              },
      };
    }),
    pick: (index) => {
      const row = rows[index];
      if (!row) return null;
      return pickRow(result, row, (paid(row) ?? 0) === 0 ? 'refunded' : 'paid', words);
    },
  };
}

/** From the first hour of the shop's day in which anything was sold to the last: 22, 23, 0, 1. */
function busyHours({ rows, firstHour }: ReportResult): readonly number[] {
  const sold = new Set(rows.map(({ part }) => Number(part.key.split('-')[1])));
  const hours = hoursFrom(firstHour);
  const shown = hours.flatMap((hour, at) => (sold.has(hour) ? [at] : []));
  return shown.length === 0 ? [] : hours.slice(shown[0], (shown.at(-1) ?? 0) + 1);
}

/** Monday to Sunday by the hours in which anything was ever sold. */
export function heatPanel(result: ReportResult, words: Words): Panel | null {
  const { text, format } = words;
  const [sales, orders] = [columnOf(result, 'sales'), columnOf(result, 'orders')];
  if (!sales || !orders) return null;
  const base = {
    key: 'hours',
    title: text('report-chart.hours'),
    note: result.others === null ? null : text('report-chart.only-shown', { count: result.rows.length }),
  };
  const byPlace = new Map(result.rows.map((row) => [row.part.key, row]));
  const columns = busyHours(result);
  if (columns.length === 0) return nothing(base, words);
  const { formatValue } = formatsOf('money', format);
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekdayWords(words, weekday));
  const placeWords = (row: number, column: number) =>
    text('report-chart.weekday-hour', {
      weekday: weekdays[row] ?? '',
      hour: hourWords(columns[column] ?? 0, words),
    });
  const rowAt = (row: number, column: number) => byPlace.get(`${row + 1}-${columns[column] ?? 0}`);
  const cells = weekdays.map((_, row) =>
    columns.map((_hour, column) => {
      const found = rowAt(row, column);
      const place = placeWords(row, column);
      if (!found) return { value: null, words: text('report-chart.cell-none', { place }) };
      const amount = formatValue(sales(found) ?? 0);
      return {
        value: sales(found),
        words: text('report-chart.cell', { place, amount, count: orders(found) ?? 0 }),
      };
    }),
  );
  return {
    ...base,
    as: 'heat',
    heat: {
      ...{ label: base.title, rowNames: weekdays, cells, formatValue },
      columnNames: columns.map((hour) => format.hour(hour)),
    },
    pick: (row, column) => {
      const found = rowAt(row, column);
      return found ? { ...pickRow(result, found, 'sales', words), label: placeWords(row, column) } : null;
    },
  };
}

/** How much is there of what is low, inside of how much there should be. */
export function lowStockPanel(result: ReportResult, words: Words): Panel | null {
  const { text, format } = words;
  const [available, level, missing] = ['available', 'reorderLevel', 'missing'].map((key) =>
    columnOf(result, key),
  );
  if (!available || !level || !missing) return null;
  const base = { key: 'low', title: text('report-chart.low-stock'), note: null };
  // What is at its level is missing nothing, and is low all the same.
  const top = topRows(result, (row) => (missing(row) ?? 0) + 1);
  if (top.rows.length === 0) return nothing(base, words);
  const formats = formatsOf('quantity', format);
  const of = (row: (typeof top.rows)[number]) =>
    text('report-chart.some-of-all', {
      some: formats.formatValue(available(row) ?? 0),
      all: formats.formatValue(level(row) ?? 0),
    });
  return {
    ...base,
    note:
      result.rows.length > top.rows.length
        ? text('report-chart.worst', { most: top.rows.length, count: result.rows.length - top.rows.length })
        : null,
    as: 'chart',
    chart: {
      ...{ kind: 'ranked', label: base.title, labelName: labelNameOf(result, text), adds: false },
      labels: top.rows.map((row) => partName(result, row, words)),
      series: [
        { name: text('reports.column-reorderLevel'), role: 'compare', values: top.rows.map(level) },
        {
          name: text('reports.column-available'),
          role: 'strong',
          inset: true,
          values: top.rows.map(available),
        },
      ],
      ends: top.rows.map(of),
      ...formats,
    },
    pick: (index) => {
      const row = top.rows[index];
      return row ? pickRow(result, row, 'onHand', words) : null;
    },
  };
}

/** What came in to the one side of zero and what went out to the other, by why. */
export function movementPanel(result: ReportResult, words: Words): Panel | null {
  const { text, format } = words;
  const [into, out] = [columnOf(result, 'stockIn'), columnOf(result, 'stockOut')];
  if (!into || !out) return null;
  const base = { key: 'movements', title: text('report-chart.movements'), note: null };
  const rows = result.rows.filter((row) => into(row) !== 0 || out(row) !== 0);
  if (rows.length === 0) return nothing(base, words);
  return {
    ...base,
    as: 'chart',
    chart: {
      ...{ kind: 'ranked', isStacked: true, label: base.title, labelName: labelNameOf(result, text) },
      labels: rows.map((row) => partName(result, row, words)),
      series: [
        { name: text('metric.name-stockIn'), role: 'strong', values: rows.map(into) },
        {
          name: text('metric.name-stockOut'),
          role: 'second',
          values: rows.map((row) => 0 - (out(row) ?? 0)),
        },
      ],
      ...formatsOf('quantity', format),
    },
    pick: (index, at) => {
      const row = rows[index];
      if (!row) return null;
      const side = at === 1 || into(row) === 0 ? 'stockOut' : 'stockIn';
      return pickRow(result, row, side, words);
    },
  };
}
