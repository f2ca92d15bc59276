import {
  type HistoryChoices,
  type HistoryField,
  type HistorySlot,
  missingFields,
} from '../../../shared/contract/history-choices.ts';
import type { Output } from '../../../shared/contract/index.ts';

export type HistoryPreview = Output<'historyImport.preview'>;
export type HistoryResult = Output<'historyImport.run'>;
export type FilePreview = HistoryPreview['files'][number];
export type FileChoices = NonNullable<NonNullable<HistoryChoices['files']>[HistorySlot]>;
export type Mapping = FilePreview['mapping'];

export type HistoryStep = 'choose' | 'reading' | 'check' | 'preview' | 'running' | 'done';

/** Where bringing in sales history stands. */
export type HistoryState = {
  readonly step: HistoryStep;
  readonly files: Readonly<Partial<Record<HistorySlot, File>>>;
  /** What the person said; the rest is guessed, or remembered of the last such file. */
  readonly choices: HistoryChoices;
  /** The choices are others than those that were read: main reads once more before anything comes in. */
  readonly isStale: boolean;
  /** What was remembered of such files is not to count. */
  readonly isAfresh: boolean;
  readonly preview: HistoryPreview | null;
  readonly result: HistoryResult | null;
  /** Files that were dropped with the others and that nobody can tell what they hold. */
  readonly leftAside: readonly string[];
  /** What was refused last, and of which file. */
  readonly refused: { readonly error: unknown; readonly fileName: string | null } | null;
  /** 0 to 1 while files are sent to main. */
  readonly sentShare: number | null;
  readonly readingId: string | null;
  readonly runningId: string | null;
  readonly isStopping: boolean;
  readonly isSaving: boolean;
};

export const firstHistoryState: HistoryState = {
  step: 'choose',
  files: {},
  choices: {},
  isStale: false,
  isAfresh: false,
  preview: null,
  result: null,
  leftAside: [],
  refused: null,
  sentShare: null,
  readingId: null,
  runningId: null,
  isStopping: false,
  isSaving: false,
};

/** Main is at work on the files. */
export function isBusy({ sentShare, readingId }: HistoryState): boolean {
  return sentShare !== null || readingId !== null;
}

export function filePreview({ preview }: HistoryState, slot: HistorySlot): FilePreview | null {
  return preview?.files.find((file) => file.slot === slot) ?? null;
}

/** Which column fills which field, as it stands on the screen. */
export function mappingOf(state: HistoryState, slot: HistorySlot): Mapping {
  return state.choices.files?.[slot]?.mapping ?? filePreview(state, slot)?.mapping ?? {};
}

/** What is said of one file: chosen here, else as it was read. */
export function fileChoice<K extends 'decimal' | 'encoding' | 'delimiter' | 'hasHeader' | 'amountsIn'>(
  state: HistoryState,
  file: FilePreview,
  key: K,
): FilePreview[K] {
  return (state.choices.files?.[file.slot]?.[key] ?? file[key]) as FilePreview[K];
}

/** The choices with something said of one file. */
export function withFile(choices: HistoryChoices, slot: HistorySlot, change: FileChoices): HistoryChoices {
  return { ...choices, files: { ...choices.files, [slot]: { ...choices.files?.[slot], ...change } } };
}

/** How rows are cut into cells, or what the headings are: the columns are others then, and so is what was said of them. */
export function withOtherCells(
  choices: HistoryChoices,
  slot: HistorySlot,
  change: FileChoices,
): HistoryChoices {
  const { mapping: _mapping, ...kept } = choices.files?.[slot] ?? {};
  return { ...choices, files: { ...choices.files, [slot]: { ...kept, ...change } } };
}

/** A field's column as a person chose it; a column fills one field only. */
export function withColumn(mapping: Mapping, field: HistoryField, column: number | null): Mapping {
  const kept = Object.entries(mapping).filter(([other, index]) => other !== field && index !== column);
  return Object.fromEntries(column === null ? kept : [...kept, [field, column]]);
}

/** Whether another column than the one that was read is chosen for a field. */
export function isRemapped(state: HistoryState, slot: HistorySlot, field: HistoryField): boolean {
  return mappingOf(state, slot)[field] !== filePreview(state, slot)?.mapping[field];
}

/** Without these nothing can come in, as the columns stand on the screen. */
export function missingOf(state: HistoryState): ReturnType<typeof missingFields> {
  const files = state.preview?.files ?? [];
  return files.length === 0
    ? []
    : missingFields(new Map(files.map(({ slot }) => [slot, mappingOf(state, slot)])));
}

/** Nobody but a person can say which number of the dates is the day. */
export function asksForDates(state: HistoryState): boolean {
  const dates = filePreview(state, 'sales')?.dates;
  if (!dates?.isUnsure || isRemapped(state, 'sales', 'date')) return false;
  return state.choices.files?.sales?.dateOrder === undefined;
}

/** Amounts of a file that may be whole cents, or that a person said are. */
export function mayBeWhole(state: HistoryState, file: FilePreview): boolean {
  const said = state.choices.files?.[file.slot]?.amountsIn;
  if (said !== undefined || file.amountsIn === 'minor') return true;
  return (
    state.preview?.odd.some(({ code, params }) => code === 'amounts-whole' && params.slot === file.slot) ??
    false
  );
}

/** The files of which a person has to say whether their amounts are whole cents. */
export function asksForWhole(state: HistoryState): readonly FilePreview[] {
  return (state.preview?.files ?? []).filter(
    (file) =>
      file.amountsIn === 'major' &&
      state.choices.files?.[file.slot]?.amountsIn === undefined &&
      mayBeWhole(state, file),
  );
}

/** After reading: to what comes in where a person wanted that and nothing is left to be said, else to the questions. */
export function afterReading(state: HistoryState, preview: HistoryPreview, goOn: boolean): HistoryState {
  const read = { ...state, preview, isStale: false, readingId: null, refused: null };
  const step =
    goOn && preview.isReady && !asksForDates(read) && asksForWhole(read).length === 0 ? 'preview' : 'check';
  return { ...read, step };
}

/** After a refusal: back to where the person was; without anything read there is only the choice of files. */
export function afterRefusal(state: HistoryState, error: unknown, fileName: string | null): HistoryState {
  const step = state.step === 'running' ? 'preview' : state.step === 'reading' ? 'check' : state.step;
  return {
    ...state,
    step: state.preview === null ? 'choose' : step,
    ...{ sentShare: null, readingId: null, runningId: null, isStopping: false },
    refused: { error, fileName },
  };
}
