import { useEffect, useReducer, useRef } from 'react';
import { changedByImport } from '../../../shared/domain/changed-by-import.ts';
import {
  firstImportState,
  type ImportField,
  type ImportState,
  importReducer,
  isRemapped,
  nextChoices,
  type ReadChoices,
} from './import-reducer.ts';
import { useFileLoading } from './use-file-loading.ts';
import { useFileReading } from './use-file-reading.ts';

export type ProductImport = {
  readonly state: ImportState;
  /** 0 to 1 while the file is taken over; main then tells how far reading it is (`readingId`). */
  readonly uploadShare: number;
  readonly readingId: string | null;
  /** The file is read anew while what was read before is still shown. */
  readonly isReading: boolean;
  readonly loadingId: string | null;
  readonly isStopping: boolean;
  readonly isSaving: boolean;
  /** Products that loading would create or change. */
  readonly toLoad: number;
  choose(file: File): void;
  /** The same file once more, after main has lost it. */
  takeAgain(): void;
  stopReading(): void;
  /** Reads the file with other choices. */
  readAs(change: ReadChoices): void;
  setField(field: ImportField, column: number | null): void;
  goOn(): void;
  goBack(): void;
  setOption(option: 'updateExisting' | 'setStock', on: boolean): void;
  load(): void;
  stopLoading(): void;
  saveProblems(): void;
  startOver(): void;
};

/** From a file to products: takes it over, has it read and read again, loads it; each can be stopped. */
export function useImport(): ProductImport {
  const [state, dispatch] = useReducer(importReducer, firstImportState);
  const reading = useFileReading(dispatch);
  const loading = useFileLoading(state, dispatch, reading);
  useLetGoAtTheEnd(reading.letGo, loading.isUnderWay);

  const readAgain = (choices: ReadChoices, goOn: boolean) => {
    dispatch({ kind: 'read-again', choices });
    reading.read(choices, goOn);
  };
  const startOver = () => {
    reading.letGo();
    dispatch({ kind: 'started-over' });
  };
  const goOn = () => {
    const remapped = isRemapped(state);
    if (!remapped && !state.isStale) dispatch({ kind: 'gone-on' });
    else readAgain(remapped ? { ...state.choices, mapping: state.mapping } : state.choices, true);
  };
  return {
    state,
    uploadShare: reading.uploadShare,
    readingId: reading.readingId,
    isReading: reading.isReading,
    loadingId: loading.loadingId,
    isStopping: loading.isStopping,
    isSaving: loading.isSaving,
    toLoad: toLoad(state),
    choose: (file) => void reading.take(file, {}),
    takeAgain: () => void (state.file && reading.take(state.file, state.choices)),
    stopReading: startOver,
    readAs: (change) => readAgain(nextChoices(state, change), false),
    setField: (field, column) => dispatch({ kind: 'field-set', field, column }),
    goOn,
    goBack: () => dispatch({ kind: 'gone-back' }),
    setOption: (option, on) => dispatch({ kind: 'option-set', option, on }),
    load: loading.load,
    stopLoading: loading.stop,
    saveProblems: loading.saveProblems,
    startOver,
  };
}

/** Leaving the screen ends reading and drops the file; a running import goes on: the till may only be locked. */
function useLetGoAtTheEnd(letGo: () => void, isLoading: () => boolean): void {
  const latest = useRef({ letGo, isLoading });
  latest.current = { letGo, isLoading };
  useEffect(
    () => () => {
      if (!latest.current.isLoading()) latest.current.letGo();
    },
    [],
  );
}

function toLoad({ preview, updateExisting, setStock }: ImportState): number {
  if (preview === null) return 0;
  const { counts, changeCounts } = preview;
  const differing = { change: counts.change, ...changeCounts };
  return counts.create + changedByImport(differing, { updateExisting, setStock });
}
