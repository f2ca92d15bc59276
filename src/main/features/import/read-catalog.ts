import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { DecimalMark } from '../../../shared/domain/typed-decimal.ts';
import { decodePartsSteps, type TextEncoding } from '../csv/decode-text.ts';
import type { CsvDelimiter } from '../csv/read-csv.ts';
import type { Steps } from '../csv/steps.ts';
import type { BuildContext, BuiltProducts, CatalogDraft, CatalogFormat } from './catalog-draft.ts';
import { type CatalogTable, readTableSteps } from './catalog-table.ts';
import { checkProductsSteps } from './check-products.ts';
import { buildGenericDraftSteps } from './generic-draft.ts';
import { type ColumnMapping, type GuessedMapping, guessMappingSteps } from './guess-mapping.ts';
import { mappingKey } from './header.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import { recogniseFormat } from './recognise-format.ts';
import { buildShopifyDraftSteps } from './shopify-draft.ts';
import { buildWoocommerceDraftSteps } from './woocommerce-draft.ts';

/** A file opened for import: what it is, and its rows. Nothing about the shop yet. */
export type CatalogFile = {
  readonly encoding: TextEncoding;
  readonly format: CatalogFormat;
  readonly table: CatalogTable;
  /** For a list: what each column seems to hold. */
  readonly guess: GuessedMapping;
  /** Under which a person's choice of columns is remembered. */
  readonly mappingKey: string;
};

/** What a person may overrule when opening a file. */
export type OpenChoices = {
  readonly encoding?: TextEncoding;
  readonly delimiter?: CsvDelimiter;
  readonly hasHeader?: boolean;
};

/** Opens a file from its bytes; yields bytes, then rows done. A file that cannot be used has an error of line 0. */
export function* openCatalogSteps(bytes: Uint8Array, choices: OpenChoices = {}): Steps<CatalogFile> {
  const decoded = yield* decodePartsSteps(bytes, choices.encoding);
  const table = yield* readTableSteps(decoded.parts, choices);
  const isRefused = decoded.problems.some((problem) => problem.severity === 'error');
  const problems = isRefused ? decoded.problems : [...decoded.problems, ...table.problems];
  return {
    encoding: decoded.encoding,
    format: table.hasHeader ? recogniseFormat(table.headers) : 'generic',
    table: { ...table, problems },
    guess: yield* guessMappingSteps(table.headers, table.rows),
    mappingKey: mappingKey(table.headers),
  };
}

export type DraftChoices = {
  /** Default what the headers say. */
  readonly format?: CatalogFormat;
  /** For a list; default what was guessed. */
  readonly mapping?: ColumnMapping;
  /** Default what each column tells. */
  readonly decimalMark?: DecimalMark;
  /** Decimals of the shop's currency. */
  readonly exponent: number;
  readonly today: CalendarDate;
};

/** The products and problems of an opened file; yields rows done. */
export function* buildDraftSteps(file: CatalogFile, choices: DraftChoices): Steps<CatalogDraft> {
  const problems = createProblemList(file.table.problems);
  const format = choices.format ?? file.format;
  const isRefused = file.table.problems.some((problem) => problem.line === 0 && problem.severity === 'error');
  const built: BuiltProducts = isRefused
    ? { products: [], decimalMark: choices.decimalMark ?? '.' }
    : yield* buildProducts(file, format, choices, problems);
  const products = yield* checkProductsSteps(built.products, problems);
  return {
    format,
    decimalMark: built.decimalMark,
    products,
    problems: problems.sorted(),
    rowCount: file.table.rowCount,
    leftOutCount: problems.leftOutCount(),
  };
}

function* buildProducts(
  file: CatalogFile,
  format: CatalogFormat,
  choices: DraftChoices,
  problems: ProblemList,
): Steps<BuiltProducts> {
  const { exponent, today, decimalMark } = choices;
  const context: BuildContext = { exponent, today, decimalMark };
  if (format === 'shopify') return yield* buildShopifyDraftSteps(file.table, context, problems);
  if (format === 'woocommerce') return yield* buildWoocommerceDraftSteps(file.table, context, problems);
  return yield* buildGenericDraftSteps(file.table, context, choices.mapping ?? file.guess.mapping, problems);
}
