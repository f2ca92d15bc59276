/** A line of the table in `docs/performance.md`: one figure at each size, beside what bounds it. */
export type Line = {
  /** Its number in the table of budgets; letters tell several of one number apart. */
  readonly no: string;
  readonly what: string;
  readonly unit: string;
  /** The figure by number of orders (or products), the smallest first; null where it was not measured. */
  readonly values: readonly (number | null)[];
  /** What the same work costs without us, in the same run; beside the last value. */
  readonly limit?: { readonly of: string; readonly value: number };
  /** The same answer by Orderlla's own SQL on the same data, in the unit of the figure. */
  readonly orderlla?: number;
  readonly budgets: readonly Budget[];
  /** Said instead of a verdict where something was left out, or beside it. */
  readonly note?: string;
};

export type Budget = {
  readonly text: string;
  readonly isKept: boolean;
  /** Whatever else the machine does, it comes out the same: a miss fails the run. */
  readonly isExact?: true;
};

/** At most a figure. */
export function atMost(value: number, most: number, unit: string, isExact?: true): Budget {
  return { text: `≤ ${most} ${unit}`, isKept: value <= most, ...(isExact ? { isExact } : {}) };
}

/** At most so many times its limit. */
export function atMostTimes(value: number, times: number, limit: number, of: string): Budget {
  return { text: `≤ ${times} × ${of}`, isKept: value <= times * limit };
}

/** At least so many times quicker than Orderlla. */
export function quicker(value: number, times: number, orderlla: number): Budget {
  return { text: `≥ ${times} × quicker than Orderlla`, isKept: orderlla >= times * value };
}

/** How much it may grow from the smallest size to the largest. */
export function growsAtMost(values: Line['values'], times: number, isExact?: true): Budget {
  const growth = growthOf(values) ?? 1;
  return { text: `growth ≤ ${times}`, isKept: growth <= times, ...(isExact ? { isExact } : {}) };
}

/** How many times the smallest size's figure the largest size's is. */
export function growthOf(values: Line['values']): number | null {
  const measured = values.filter((value) => value !== null);
  const [first, last] = [measured.at(0), measured.at(-1)];
  return measured.length < 2 || !first || last === undefined ? null : last / first;
}

/** Three digits that count. */
export function short(value: number): string {
  return value >= 100 ? String(Math.floor(value + 0.5)) : String(Number(value.toPrecision(3)));
}

export type Outcome = 'pass' | 'MISS' | '–';

export function outcomeOf({ budgets }: Line): Outcome {
  if (budgets.length === 0) return '–';
  return budgets.every(({ isKept }) => isKept) ? 'pass' : 'MISS';
}

/** A line as it is printed while the benchmark runs. */
export function printedLine(line: Line): string {
  const { no, what, unit, values, limit, orderlla, budgets, note } = line;
  const figures = values.map((value) => (value === null ? '–' : short(value))).join(' → ');
  const last = values.at(-1) ?? null;
  const parts = [
    `${figures} ${unit}`,
    ...(limit && last !== null ? [`${short(last / limit.value)} × ${limit.of} (${short(limit.value)})`] : []),
    ...(orderlla !== undefined && last !== null
      ? [`Orderlla ${short(orderlla)}: ${short(orderlla / last)} ×`]
      : []),
    ...budgets.map(({ text, isKept, isExact }) => `${isKept ? '' : 'MISSED '}${text}${isExact ? ' ✔' : ''}`),
    ...(note ? [note] : []),
  ];
  return `${outcomeOf(line).padEnd(5)}${no.padEnd(4)}${what}: ${parts.join('; ')}`;
}

/** All lines as the table of `docs/performance.md`; `sizes` names the columns of figures. */
export function markdownTable(lines: readonly Line[], sizes: readonly string[]): string {
  const head = [
    '#',
    'what',
    ...sizes,
    'growth',
    '× its limit',
    "× quicker than Orderlla's SQL",
    'budget',
    '',
  ];
  const rows = lines.map((line) => {
    const { no, what, unit, values, limit, orderlla, budgets, note } = line;
    const last = values.at(-1) ?? null;
    const growth = growthOf(values);
    // A line of two figures has those of the smallest and of the largest size.
    const between = Math.max(0, sizes.length - values.length);
    const gap = Array<null>(between).fill(null);
    const shown = values.length === 2 ? [values[0] ?? null, ...gap, values[1] ?? null] : [...gap, ...values];
    return [
      no,
      what,
      ...shown.map((value) => (value === null ? '' : `${short(value)} ${unit}`)),
      growth === null ? '' : short(growth),
      limit && last !== null
        ? `${short(last / limit.value)} × ${limit.of} (${short(limit.value)} ${unit})`
        : '',
      orderlla !== undefined && last !== null ? `${short(orderlla / last)} (${short(orderlla)} ${unit})` : '',
      [...budgets.map(({ text, isExact }) => `${text}${isExact ? ' ✔' : ''}`), ...(note ? [note] : [])].join(
        '; ',
      ),
      outcomeOf(line),
    ];
  });
  const cells = [head, head.map(() => '---'), ...rows];
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
}
