import type { Input, Output } from '../../../shared/contract/index.ts';

export type ImportPreview = Output<'import.preview'>;
export type ImportResult = Output<'import.run'>;
export type ImportField = ImportPreview['missing'][number];
export type ColumnMapping = ImportPreview['mapping'];

/** How a person said that the file is to be read; what is absent is recognised or guessed. */
export type ReadChoices = Omit<Input<'import.preview'>, 'uploadId'>;

export type ImportStep = 'choose' | 'reading' | 'check' | 'preview' | 'loading' | 'done';

/** Where loading products from a file stands. One file at a time: a new one leaves nothing of the one before. */
export type ImportState = {
  readonly step: ImportStep;
  readonly file: File | null;
  readonly choices: ReadChoices;
  readonly preview: ImportPreview | null;
  /** What is shown is not yet read as the person chose: main has to read once more before it can load. */
  readonly isStale: boolean;
  /** The columns as they stand on the screen, before main has read the file with them. */
  readonly mapping: ColumnMapping;
  /** Fields that the person set by hand. */
  readonly touched: ReadonlySet<ImportField>;
  readonly updateExisting: boolean;
  readonly setStock: boolean;
  readonly result: ImportResult | null;
  /** What was refused last, for the sentence that says so. */
  readonly refused: unknown;
};

export type ImportAction =
  | { readonly kind: 'file-chosen'; readonly file: File; readonly choices: ReadChoices }
  | { readonly kind: 'read-again'; readonly choices: ReadChoices }
  | { readonly kind: 'read'; readonly preview: ImportPreview; readonly goOn: boolean }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'field-set'; readonly field: ImportField; readonly column: number | null }
  | { readonly kind: 'gone-on' }
  | { readonly kind: 'gone-back' }
  | { readonly kind: 'option-set'; readonly option: 'updateExisting' | 'setStock'; readonly on: boolean }
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly result: ImportResult }
  | { readonly kind: 'started-over'; readonly refused?: unknown };

export const firstImportState: ImportState = {
  step: 'choose',
  file: null,
  choices: {},
  preview: null,
  isStale: false,
  mapping: {},
  touched: new Set(),
  updateExisting: true,
  // Quantities of an old file would undo what was sold since: a person has to want that.
  setStock: false,
  result: null,
  refused: null,
};

export function importReducer(state: ImportState, action: ImportAction): ImportState {
  switch (action.kind) {
    case 'file-chosen':
      return { ...firstImportState, step: 'reading', file: action.file, choices: action.choices };
    case 'read-again':
      return { ...state, choices: action.choices, isStale: true, refused: null };
    case 'read':
      return read(state, action.preview, action.goOn);
    case 'refused':
      return refused(state, action.error);
    case 'field-set':
      return {
        ...state,
        mapping: withField(state.mapping, action.field, action.column),
        touched: new Set(state.touched).add(action.field),
        refused: null,
      };
    case 'gone-on':
      return { ...state, step: 'preview', refused: null };
    case 'gone-back':
      return { ...state, step: 'check', refused: null };
    case 'option-set':
      return { ...state, [action.option]: action.on };
    case 'loading':
      return { ...state, step: 'loading', refused: null };
    case 'loaded':
      return { ...state, step: 'done', result: action.result, refused: null };
    case 'started-over':
      return { ...firstImportState, refused: action.refused ?? null };
  }
}

function read(state: ImportState, preview: ImportPreview, goOn: boolean): ImportState {
  const isUsable = preview.missing.length === 0;
  return {
    ...state,
    step: goOn && isUsable ? 'preview' : 'check',
    preview,
    isStale: false,
    mapping: preview.mapping,
    touched: state.choices.mapping ? state.touched : new Set(),
    refused: null,
  };
}

/** Back to where the person was; without anything read there is only the choice of a file. */
function refused(state: ImportState, error: unknown): ImportState {
  if (state.preview === null) return { ...firstImportState, file: state.file, refused: error };
  const step = state.step === 'loading' ? 'preview' : state.step === 'reading' ? 'check' : state.step;
  return { ...state, step, refused: error };
}

function withField(mapping: ColumnMapping, field: ImportField, column: number | null): ColumnMapping {
  const { [field]: _before, ...rest } = mapping;
  return column === null ? rest : { ...rest, [field]: column };
}

/** The choices for reading once more: what the person set by hand stays, unless the columns are others. */
export function nextChoices(state: ImportState, change: ReadChoices): ReadChoices {
  const { mapping: _mapping, ...kept } = state.choices;
  const keepsMapping =
    state.touched.size > 0 && change.delimiter === undefined && change.format === undefined;
  return { ...kept, ...(keepsMapping ? { mapping: state.mapping } : {}), ...change };
}

/** Whether the columns on the screen are others than those that main has read the file with. */
export function isRemapped({ preview, mapping }: ImportState): boolean {
  if (preview === null) return false;
  const fields = new Set([...Object.keys(mapping), ...Object.keys(preview.mapping)]) as Set<ImportField>;
  return [...fields].some((field) => mapping[field] !== preview.mapping[field]);
}

/** A column that tells products apart is chosen. */
export function tellsApart(mapping: ColumnMapping): boolean {
  const { name, sku, barcode, externalKey } = mapping;
  return [name, sku, barcode, externalKey].some((column) => column !== undefined);
}
