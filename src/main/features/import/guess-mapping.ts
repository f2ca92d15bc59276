import { finishSteps, type Steps } from '../csv/steps.ts';
import type { TableRow } from './catalog-table.ts';
import { type ColumnContent, describeColumn } from './column-content.ts';
import { fieldNames, fieldsNamed, type ImportField, importFields } from './field-names.ts';
import { plainHeader } from './header.ts';

/** Which column holds what, by place from 0. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

export type GuessedColumn = {
  readonly index: number;
  readonly field: ImportField | null;
  /** `sure`: header and content agree. `likely`: one of them says so. `unsure`: neither does clearly. */
  readonly confidence: 'sure' | 'likely' | 'unsure';
};

export type GuessedMapping = {
  readonly mapping: ColumnMapping;
  readonly columns: readonly GuessedColumn[];
};

type Candidate = { readonly field: ImportField; readonly index: number; readonly score: number };

const enough = 40;
/** Points for the right content where there is no header at all. */
const contentAlone = 60;
const wrongContent = -58;

const headersPerStep = 50;

/** Rows that are looked at, spread over the file. */
const mostRows = 300;

/** `guessMappingSteps` at once. */
export function guessMapping(headers: readonly string[], rows: readonly TableRow[]): GuessedMapping {
  return finishSteps(guessMappingSteps(headers, rows));
}

/**
 * Guesses what each column of a product list holds, from its header and from what stands in it: a column
 * of 13-digit numbers with right check digits is a barcode whatever it is called, and a price column
 * without an amount is none. Each field and each column is used once, the best pair first. Yields after
 * each column.
 */
export function* guessMappingSteps(
  headers: readonly string[],
  rows: readonly TableRow[],
): Steps<GuessedMapping> {
  const every = Math.max(1, Math.ceil(rows.length / mostRows));
  const sample = rows.filter((_, place) => place % every === 0);
  const contents: ColumnContent[] = [];
  for (const index of headers.keys()) {
    contents.push(describeColumn(sample.map((row) => row.cells[index] ?? '')));
    yield rows.length;
  }
  const hasHeader = headers.some((header) => header.trim() !== '');
  const candidates: Candidate[] = [];
  for (const [index, header] of headers.entries()) {
    const described = contents[index];
    if (described === undefined) continue;
    if (index % headersPerStep === 0) yield rows.length;
    const plain = plainHeader(header);
    const scores = importFields.map((field) => headerScore(plain, field));
    // Where the header says nothing, the content has to; where it names another field, it hardly counts.
    const bonus = !hasHeader ? contentAlone : scores.every((score) => score === 0) ? 46 : 10;
    for (const [place, field] of importFields.entries()) {
      const named = scores[place] ?? 0;
      const content = contentScore(field, described, bonus);
      // A column with the very name of a field but other content is it only where nothing else is.
      const score = named + (content ?? (named > 80 ? wrongContent : -1_000));
      if (score >= enough) candidates.push({ field, index, score });
    }
  }
  // On a tie the column further left, and the field that comes first, as people order their lists.
  candidates.sort((a, b) => b.score - a.score || a.index - b.index);
  const byColumn = new Map<number, Candidate>();
  const mapping: Partial<Record<ImportField, number>> = {};
  for (const candidate of candidates) {
    if (byColumn.has(candidate.index) || mapping[candidate.field] !== undefined) continue;
    byColumn.set(candidate.index, candidate);
    mapping[candidate.field] = candidate.index;
  }
  useDescriptionAsName(mapping, byColumn, contents);
  return { mapping, columns: headers.map((_, index) => guessedColumn(index, byColumn.get(index))) };
}

function guessedColumn(index: number, chosen: Candidate | undefined): GuessedColumn {
  if (chosen === undefined) return { index, field: null, confidence: 'unsure' };
  const { field, score } = chosen;
  return { index, field, confidence: score >= 105 ? 'sure' : score >= 70 ? 'likely' : 'unsure' };
}

/** Stock lists often call the name a description: where nothing else is a name, short unlike words are. */
function useDescriptionAsName(
  mapping: Partial<Record<ImportField, number>>,
  byColumn: Map<number, Candidate>,
  contents: readonly ColumnContent[],
): void {
  const index = mapping.description;
  const content = index === undefined ? undefined : contents[index];
  if (mapping.name !== undefined || index === undefined || content === undefined) return;
  if (content.length > 100 || content.markup > 0.1 || (content.filled > 0 && content.words < 0.5)) return;
  delete mapping.description;
  mapping.name = index;
  byColumn.set(index, { field: 'name', index, score: 70 });
}

/** 100 to 80 for a name of the field, the best names first; 45 where a longer header holds one. */
function headerScore(plain: string, field: ImportField): number {
  if (plain === '') return 0;
  const rank = fieldsNamed(plain).get(field);
  if (rank !== undefined) return 100 - Math.min(20, rank / 5);
  const words = ` ${plain} `;
  const holds = fieldNames[field].some((name) => name.length > 2 && words.includes(` ${name} `));
  return holds ? 45 : 0;
}

/** What the cells say about a field: a bonus, or null where they forbid it. An empty column says nothing. */
function contentScore(field: ImportField, content: ColumnContent, bonus: number): number | null {
  if (content.filled === 0) return bonus === contentAlone ? null : 0;
  switch (field) {
    case 'barcode':
      if (content.barcodes >= 0.8) return content.filled > 1 || bonus < contentAlone ? 75 : bonus;
      return content.words > 0.5 ? null : 0;
    case 'price':
      if (content.amounts < 0.5 || content.barcodes > 0.5) return null;
      return content.prices > 0.5 ? bonus : 5;
    case 'compareAtPrice':
    case 'cost':
      return content.amounts < 0.5 ? null : 5;
    case 'stock':
    case 'reorderLevel':
      if (content.amounts < 0.5 || content.barcodes > 0.5) return null;
      return content.wholeNumbers > 0.8 && content.prices < 0.2 ? (field === 'stock' ? bonus - 10 : 2) : 0;
    case 'picture':
      return content.addresses > 0.5 ? bonus : content.length > 300 ? null : 0;
    case 'name':
      return nameScore(content, bonus);
    case 'description':
      return content.markup > 0.3 || content.length > 80 ? bonus : content.amounts > 0.8 ? null : 0;
    case 'sku':
      if (content.barcodes > 0.8 && content.filled > 3) return -30;
      return content.codes > 0.8 && content.distinct > 0.9 && content.prices < 0.3
        ? bonus - 5
        : content.length > 60
          ? null
          : 0;
    case 'category':
      if (content.prices > 0.3 || content.addresses > 0.5) return null;
      return content.words > 0.8 && content.distinct < 0.5 && content.filled > 4 ? bonus - 12 : 0;
    case 'state':
      return content.flags > 0.8 || content.words > 0.5 ? 5 : null;
    case 'unit':
      return content.length > 20 ? null : 2;
    default:
      return 0;
  }
}

function nameScore(content: ColumnContent, bonus: number): number | null {
  if (content.amounts > 0.9 || content.addresses > 0.5 || content.barcodes > 0.5) return null;
  return content.words > 0.7 && content.distinct > 0.6 && content.length < 120 ? bonus : 0;
}

/** A choice of columns by their plain headers (`#2` for the second of two equal ones), to be remembered. */
export type RememberedMapping = Readonly<Record<string, ImportField>>;

/** What to keep of a person's choice, so that it fits the next file with the same headers in any order. */
export function rememberMapping(headers: readonly string[], mapping: ColumnMapping): RememberedMapping {
  const names = headerNames(headers);
  const remembered: Record<string, ImportField> = {};
  for (const field of importFields) {
    const index = mapping[field];
    const name = index === undefined ? undefined : names[index];
    if (name !== undefined) remembered[name] = field;
  }
  return remembered;
}

/** The remembered choice as places in this file; columns that are not there are left out. */
export function recallMapping(headers: readonly string[], remembered: RememberedMapping): ColumnMapping {
  const mapping: Partial<Record<ImportField, number>> = {};
  headerNames(headers).forEach((name, index) => {
    const field = Object.hasOwn(remembered, name) ? remembered[name] : undefined;
    if (field !== undefined && importFields.includes(field)) mapping[field] = index;
  });
  return mapping;
}

function headerNames(headers: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const plain = plainHeader(header);
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return count === 1 ? plain : `${plain}#${count}`;
  });
}
