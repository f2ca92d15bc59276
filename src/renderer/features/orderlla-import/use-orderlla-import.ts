import { useEffect, useReducer, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { ApiError } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { refusalOfFile, uploadFile } from '../../bridge/upload.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { toast } from '../../ui/toast-queue.ts';

export type OrderllaPreview = Output<'orderllaImport.preview'>;
type Made = Output<'orderllaImport.run'>;

type State = {
  readonly step: 'choose' | 'reading' | 'preview' | 'loading' | 'done';
  readonly file: File | null;
  readonly preview: OrderllaPreview | null;
  readonly made: Made | null;
  /** What was refused last. */
  readonly refused: unknown;
};

const first: State = { step: 'choose', file: null, preview: null, made: null, refused: null };

export type OrderllaImport = State & {
  /** 0 to 1 while the file is taken over. */
  readonly uploadShare: number;
  readonly loadingId: string | null;
  readonly isSaving: boolean;
  choose(file: File): void;
  stopReading(): void;
  run(): void;
  stopRunning(): void;
  saveReport(): void;
};

const merge = (state: State, change: Partial<State>): State => ({ ...state, ...change });

/** From an Orderlla file to a shop: takes it over, has it read, brings it in; each can be stopped. */
export function useOrderllaImport(): OrderllaImport {
  const client = useClient();
  const [state, set] = useReducer(merge, first);
  const [uploadShare, setUploadShare] = useState(0);
  const uploading = useRef<AbortController | null>(null);
  const preview = useCommand('orderllaImport.preview');
  const run = useCommand('orderllaImport.run');
  const report = useReport((error) => set({ refused: error }));
  const uploadId = state.preview?.uploadId ?? null;

  const cancel = (id: string, forget: boolean): void => {
    void client.ask('import.cancel', { uploadId: id, forget }).catch(() => undefined);
  };
  const letGo = (): void => {
    uploading.current?.abort();
    uploading.current = null;
    if (uploadId !== null) cancel(uploadId, true);
  };
  useLetGoAtTheEnd(letGo, state.step === 'loading');

  const choose = async (file: File): Promise<void> => {
    letGo();
    const controller = new AbortController();
    const { signal } = controller;
    uploading.current = controller;
    setUploadShare(0);
    set({ ...first, step: 'reading', file });
    try {
      const id = await uploadFile(client, file, { signal, onProgress: setUploadShare });
      signal.addEventListener('abort', () => cancel(id, true));
      const read = await preview.mutateAsync({ uploadId: id });
      if (!signal.aborted) set({ step: 'preview', preview: read });
    } catch (error) {
      if (!signal.aborted) set({ ...first, file, refused: refusalOfFile(error) });
    }
  };
  const bringIn = async (id: string): Promise<void> => {
    set({ step: 'loading', refused: null });
    try {
      set({ step: 'done', made: await run.mutateAsync({ uploadId: id }) });
    } catch (error) {
      set({ step: 'preview', refused: error });
    }
  };
  const onFile = (work: (id: string) => unknown) => () => void (uploadId !== null && work(uploadId));
  return {
    ...state,
    uploadShare,
    loadingId: run.requestId,
    isSaving: report.isSaving,
    choose: (file) => void choose(file),
    stopReading: () => {
      letGo();
      set({ ...first, refused: new ApiError({ code: 'cancelled', message: '' }) });
    },
    run: onFile((id) => state.step === 'preview' && bringIn(id)),
    stopRunning: onFile((id) => cancel(id, false)),
    saveReport: onFile(report.save),
  };
}

/** Saves what came of it, and says where. */
function useReport(onRefused: (error: unknown) => void) {
  const text = useText();
  const command = useCommand('orderllaImport.saveReport');
  const save = async (uploadId: string): Promise<void> => {
    try {
      const { saved, fileName } = await command.mutateAsync({ uploadId });
      if (saved) toast(text('orderlla-import.report-saved', { file: fileName }), { tone: 'positive' });
    } catch (error) {
      onRefused(error);
    }
  };
  return { isSaving: command.isPending, save };
}

/** Leaving ends reading and drops the file; what is being brought in goes on: the till may only be locked. */
function useLetGoAtTheEnd(letGo: () => void, isLoading: boolean): void {
  const latest = useRef({ letGo, isLoading });
  latest.current = { letGo, isLoading };
  useEffect(
    () => () => {
      if (!latest.current.isLoading) latest.current.letGo();
    },
    [],
  );
}
