/** A file that a window sent in pieces, and what the feature that reads it keeps of it. */
export type Upload<Reading = unknown> = {
  readonly uploadId: string;
  readonly windowId: number;
  readonly fileName: string;
  readonly pieces: Uint8Array[];
  size: number;
  /** What was read from it so far; null again when a piece is added. */
  reading: Reading | null;
  /** Ends what reads it now. */
  stopReading: (() => void) | null;
  /** Lets go of what reading it has put elsewhere; called once, when it is dropped. */
  readonly letGo?: () => void;
};

export type Uploads = {
  find(windowId: number, uploadId: string): Upload | undefined;
  put(upload: Upload): void;
  remove(windowId: number, uploadId: string): void;
  /** Drops what a window that is gone left behind. */
  forgetWindow(windowId: number): void;
};

/** Keeps uploads in memory; a window sees only its own, and has one at a time. */
export function createUploads(): Uploads {
  const uploads = new Map<string, Upload>();
  const drop = (upload: Upload): void => {
    upload.stopReading?.();
    upload.letGo?.();
    uploads.delete(upload.uploadId);
  };
  const forgetWindow = (windowId: number): void => {
    for (const upload of uploads.values()) {
      if (upload.windowId === windowId) drop(upload);
    }
  };
  const find = (windowId: number, uploadId: string): Upload | undefined => {
    const found = uploads.get(uploadId);
    return found?.windowId === windowId ? found : undefined;
  };
  return {
    find,
    put(upload) {
      // An id that another window uses is not this window's to replace.
      if (uploads.has(upload.uploadId) && !find(upload.windowId, upload.uploadId)) return;
      forgetWindow(upload.windowId);
      uploads.set(upload.uploadId, upload);
    },
    remove(windowId, uploadId) {
      const found = find(windowId, uploadId);
      if (found) drop(found);
    },
    forgetWindow,
  };
}
