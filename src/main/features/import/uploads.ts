/** A file that a window sent in pieces, waiting to be previewed and imported. */
export type Upload = {
  readonly uploadId: string;
  readonly windowId: number;
  readonly fileName: string;
  bytes: Uint8Array;
  /** What the last preview worked out; the import runs exactly that. */
  plan: unknown;
};

export type Uploads = {
  find(windowId: number, uploadId: string): Upload | undefined;
  put(upload: Upload): void;
  remove(windowId: number, uploadId: string): void;
  /** Drops what a window that is gone left behind. */
  forgetWindow(windowId: number): void;
};

/** Keeps uploads in memory; a window sees only its own. */
export function createUploads(): Uploads {
  const uploads = new Map<string, Upload>();
  const own = (windowId: number, uploadId: string): Upload | undefined => {
    const found = uploads.get(uploadId);
    return found?.windowId === windowId ? found : undefined;
  };
  return {
    find: own,
    put: (upload) => void uploads.set(upload.uploadId, upload),
    remove: (windowId, uploadId) => {
      if (own(windowId, uploadId)) uploads.delete(uploadId);
    },
    forgetWindow: (windowId) => {
      for (const upload of uploads.values())
        if (upload.windowId === windowId) uploads.delete(upload.uploadId);
    },
  };
}
