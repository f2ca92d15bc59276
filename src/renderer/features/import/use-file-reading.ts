import { type Dispatch, useRef, useState } from 'react';
import { useClient } from '../../bridge/client-context.tsx';
import { refusalOfFile, uploadFile } from '../../bridge/upload.ts';
import { useCommand } from '../../bridge/use-command.ts';
import type { ImportAction, ReadChoices } from './import-reducer.ts';

export type FileReading = {
  readonly uploadShare: number;
  readonly readingId: string | null;
  readonly isReading: boolean;
  /** What main calls the file, once it has all of it. */
  uploadId(): string | null;
  take(file: File, choices: ReadChoices): Promise<void>;
  read(choices: ReadChoices, goOn: boolean): void;
  /** Ends what is under way and lets main drop the file. */
  letGo(): void;
};

/** Hands a file to main and has it read, as often as the person corrects how; a new file ends the one before. */
export function useFileReading(dispatch: Dispatch<ImportAction>): FileReading {
  const client = useClient();
  const [uploadShare, setUploadShare] = useState(0);
  const uploading = useRef<AbortController | null>(null);
  const uploadId = useRef<string | null>(null);
  const preview = useCommand('import.preview');

  const letGo = () => {
    uploading.current?.abort();
    uploading.current = null;
    const id = uploadId.current;
    uploadId.current = null;
    if (id !== null) void client.ask('import.cancel', { uploadId: id, forget: true }).catch(() => undefined);
  };
  const read = (choices: ReadChoices, goOn: boolean) => {
    const id = uploadId.current;
    if (id === null) return;
    const isCurrent = () => uploadId.current === id;
    preview.mutate(
      { ...choices, uploadId: id },
      {
        onSuccess: (read) => isCurrent() && dispatch({ kind: 'read', preview: read, goOn }),
        onError: (error) => isCurrent() && dispatch({ kind: 'refused', error }),
      },
    );
  };
  const take = async (file: File, choices: ReadChoices) => {
    letGo();
    const controller = new AbortController();
    const { signal } = controller;
    uploading.current = controller;
    setUploadShare(0);
    dispatch({ kind: 'file-chosen', file, choices });
    try {
      uploadId.current = await uploadFile(client, file, { signal, onProgress: setUploadShare });
      read(choices, false);
    } catch (error) {
      if (!signal.aborted) dispatch({ kind: 'refused', error: refusalOfFile(error) });
    }
  };
  const { isPending, requestId } = preview;
  return {
    uploadShare,
    readingId: isPending ? requestId : null,
    isReading: isPending,
    uploadId: () => uploadId.current,
    take,
    read,
    letGo,
  };
}
