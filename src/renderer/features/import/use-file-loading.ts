import { type Dispatch, useEffect, useRef } from 'react';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import type { ImportAction, ImportState } from './import-reducer.ts';
import type { FileReading } from './use-file-reading.ts';

export type FileLoading = {
  readonly loadingId: string | null;
  readonly isStopping: boolean;
  readonly isSaving: boolean;
  isUnderWay(): boolean;
  load(): void;
  stop(): void;
  saveProblems(): void;
};

/** Loads what was read, all or nothing, and saves the list of what was wrong with the file. */
export function useFileLoading(
  { updateExisting, setStock }: ImportState,
  dispatch: Dispatch<ImportAction>,
  reading: FileReading,
): FileLoading {
  const text = useText();
  const errorText = useErrorText();
  const isMounted = useMounted();
  const isUnderWay = useRef(false);
  const run = useCommand('import.run');
  const cancel = useCommand('import.cancel');
  const save = useCommand('import.saveProblems');

  const load = async (uploadId: string) => {
    isUnderWay.current = true;
    dispatch({ kind: 'loading' });
    try {
      const result = await run.mutateAsync({ uploadId, updateExisting, setStock });
      if (isMounted()) dispatch({ kind: 'loaded', result });
      else toast(text('import-screen.done-title', { count: result.created }), { tone: 'positive' });
    } catch (error) {
      if (isMounted()) dispatch({ kind: 'refused', error });
      else if (!isRefusal(error, 'cancelled')) toast(errorText(error), { tone: 'danger' });
    } finally {
      isUnderWay.current = false;
      if (!isMounted()) reading.letGo();
    }
  };
  const onFile = (work: (uploadId: string) => void) => () => {
    const uploadId = reading.uploadId();
    if (uploadId !== null) work(uploadId);
  };
  return {
    loadingId: run.requestId,
    isStopping: cancel.isPending,
    isSaving: save.isPending,
    isUnderWay: () => isUnderWay.current,
    load: onFile((uploadId) => {
      if (!isUnderWay.current) void load(uploadId);
    }),
    stop: onFile((uploadId) => cancel.mutate({ uploadId })),
    saveProblems: onFile((uploadId) =>
      save.mutate(
        { uploadId },
        {
          onSuccess: ({ saved, fileName }) => {
            if (saved) toast(text('import-screen.problems-saved', { file: fileName }), { tone: 'positive' });
          },
          onError: (error) => dispatch({ kind: 'refused', error }),
        },
      ),
    ),
  };
}

function useMounted(): () => boolean {
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  return () => isMounted.current;
}
