import type { HistoryChoices, HistorySlot } from '../../../shared/contract/history-choices.ts';
import { historySlots } from '../../../shared/contract/history-choices.ts';
import { ApiError, type Client, isRefusal } from '../../bridge/client.ts';
import { createRequestId } from '../../bridge/request-id.ts';
import { refusalOfFile, sendFile } from '../../bridge/upload.ts';
import {
  afterReading,
  afterRefusal,
  firstHistoryState,
  type HistoryResult,
  type HistoryState,
  isBusy,
} from './history-state.ts';
import type { Sorted } from './sort-files.ts';

/** What a session tells whoever is not looking at it. */
export type Told =
  | { readonly kind: 'done'; readonly result: HistoryResult }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'saved'; readonly fileName: string };

/**
 * One person's bringing in of history at one window. It outlives the screen: whoever leaves in the middle finds it as it
 * was, and what is being brought in goes on, because the till may only be locked.
 */
export class HistorySession {
  readonly #client: Client;
  #state: HistoryState = firstHistoryState;
  #uploadId: string | null = null;
  /** What main has of the files. */
  #sent: Partial<Record<HistorySlot, File>> = {};
  /** Of which it has anything, even if it is not all. */
  readonly #held = new Set<HistorySlot>();
  #work: AbortController | null = null;
  readonly #listeners = new Set<() => void>();
  #tell: ((told: Told) => void) | null = null;
  #staffId: number | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  get state(): HistoryState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Who hears what happened; the last that asked. */
  hear(tell: (told: Told) => void): void {
    this.#tell = tell;
  }

  get isSeen(): boolean {
    return this.#listeners.size > 0;
  }

  /** Another person begins anew; what the one before brings in goes on. */
  belongTo(staffId: number): void {
    if (this.#staffId !== null && this.#staffId !== staffId && this.#state.step !== 'running')
      this.startOver();
    this.#staffId = staffId;
  }

  /** Begins with these files, and reads them. */
  begin({ files, leftAside }: Sorted<File>): void {
    this.#letGo();
    const names = leftAside.map(({ name }) => name);
    this.#set({ ...firstHistoryState, step: 'reading', files, leftAside: names });
    void this.#read(false);
  }

  /** A second file, or another one in the place of one. */
  addFile(slot: HistorySlot, file: File): void {
    const { [slot]: _before, ...others } = this.#state.choices.files ?? {};
    const files = { ...this.#state.files, [slot]: file };
    this.#set({ files, choices: { ...this.#state.choices, files: others }, leftAside: [], refused: null });
    void this.#read(false);
  }

  dropFile(slot: HistorySlot): void {
    const { [slot]: _file, ...files } = this.#state.files;
    const { [slot]: _said, ...others } = this.#state.choices.files ?? {};
    this.#set({ files, choices: { ...this.#state.choices, files: others }, refused: null });
    void this.#read(false);
  }

  /** Something is chosen; main reads it when the person goes on. */
  choose(change: (choices: HistoryChoices) => HistoryChoices): void {
    this.#set({ choices: change(this.#state.choices), isStale: true, refused: null });
  }

  /** Something is chosen that shows at once: main reads anew. */
  chooseAndRead(change: (choices: HistoryChoices) => HistoryChoices): void {
    this.choose(change);
    void this.#read(false);
  }

  readAgain(): void {
    if (this.#state.preview === null) this.#set({ step: 'reading', refused: null });
    void this.#read(false);
  }

  /** As if such a file had never come in. */
  startAfresh(): void {
    this.#set({ choices: {}, isAfresh: true, isStale: true, refused: null });
    void this.#read(false);
  }

  goOn(): void {
    if (isBusy(this.#state)) return;
    if (this.#state.isStale) void this.#read(true);
    else if (this.#state.preview?.isReady) this.#set({ step: 'preview', refused: null });
  }

  goBack(): void {
    this.#set({ step: 'check', refused: null });
  }

  /** Ends sending and reading. What was read before stays; without it, the files are let go. */
  stopReading(): void {
    const { preview } = this.#state;
    this.#work?.abort();
    this.#work = null;
    if (preview === null) {
      this.#letGo();
      this.#set({ ...firstHistoryState, refused: { error: cancelled(), fileName: null } });
      return;
    }
    this.#cancel(false);
    this.#set({ sentShare: null, readingId: null, isStale: true, files: { ...this.#sent } });
  }

  async run(): Promise<void> {
    const uploadId = this.#uploadId;
    if (uploadId === null || this.#state.step !== 'preview' || isBusy(this.#state)) return;
    const runningId = createRequestId();
    this.#set({ step: 'running', runningId, isStopping: false, refused: null });
    try {
      const result = await this.#client.ask('historyImport.run', { uploadId }, runningId);
      this.#set({ step: 'done', result, runningId: null });
      if (!this.isSeen) this.#tell?.({ kind: 'done', result });
    } catch (error) {
      this.#refuse(error);
      if (!this.isSeen && !isRefusal(error, 'cancelled')) this.#tell?.({ kind: 'refused', error });
    }
  }

  stopRunning(): void {
    this.#set({ isStopping: true });
    this.#cancel(false);
  }

  async saveProblems(): Promise<void> {
    const uploadId = this.#uploadId;
    if (uploadId === null || this.#state.isSaving) return;
    this.#set({ isSaving: true });
    try {
      const { saved, fileName } = await this.#client.ask('historyImport.saveProblems', { uploadId });
      if (saved) this.#tell?.({ kind: 'saved', fileName });
    } catch (error) {
      this.#refuse(error);
    } finally {
      this.#set({ isSaving: false });
    }
  }

  startOver(): void {
    this.#letGo();
    this.#set(firstHistoryState);
  }

  #set(change: Partial<HistoryState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #cancel(forget: boolean): void {
    const uploadId = this.#uploadId;
    if (uploadId !== null)
      void this.#client.ask('historyImport.cancel', { uploadId, forget }).catch(() => undefined);
  }

  #letGo(): void {
    this.#work?.abort();
    this.#work = null;
    this.#cancel(true);
    this.#forgetSent();
  }

  #forgetSent(): void {
    this.#uploadId = null;
    this.#sent = {};
    this.#held.clear();
  }

  /** Sends what main does not have yet, and has it read. The last one that was begun counts. */
  async #read(goOn: boolean): Promise<void> {
    this.#work?.abort();
    const work = new AbortController();
    const { signal } = work;
    this.#work = work;
    const readingId = createRequestId();
    try {
      await this.#send(signal);
      const uploadId = this.#uploadId;
      if (uploadId === null || signal.aborted) return;
      this.#set({ readingId, sentShare: null });
      const { choices, isAfresh } = this.#state;
      const input = { uploadId, choices, ...(isAfresh ? { afresh: true } : {}) };
      const preview = await this.#client.ask('historyImport.preview', input, readingId);
      if (signal.aborted) return;
      const isSame = this.#state.choices === choices;
      this.#set(afterReading(this.#state, preview, goOn && isSame));
      if (!isSame) this.#set({ isStale: true });
    } catch (error) {
      if (signal.aborted) return;
      this.#work = null;
      this.#refuse(refusalOfFile(error));
    }
  }

  async #send(signal: AbortSignal): Promise<void> {
    const { files } = this.#state;
    const uploadId = this.#uploadId ?? createRequestId();
    this.#uploadId = uploadId;
    for (const slot of historySlots) {
      if (files[slot] === undefined && this.#held.delete(slot)) {
        delete this.#sent[slot];
        await this.#client.ask('historyImport.dropFile', { uploadId, slot });
      }
    }
    const waiting = historySlots.flatMap((slot) => {
      const file = files[slot];
      return file !== undefined && this.#sent[slot] !== file ? [{ slot, file }] : [];
    });
    const total = Math.max(
      1,
      waiting.reduce((sum, { file }) => sum + file.size, 0),
    );
    let before = 0;
    for (const { slot, file } of waiting) {
      this.#set({ sentShare: before / total });
      delete this.#sent[slot];
      this.#held.add(slot);
      const onProgress = (share: number): void => {
        if (!signal.aborted) this.#set({ sentShare: (before + share * file.size) / total });
      };
      await sendFile(
        file,
        (piece) =>
          this.#client.ask('historyImport.upload', { uploadId, slot, fileName: file.name, ...piece }),
        { signal, onProgress, pack: true },
      );
      this.#sent[slot] = file;
      before += file.size;
    }
    this.#set({ sentShare: null });
  }

  /** What main lost is sent again by the next reading; a second file that cannot be read is let go. */
  #refuse(error: unknown): void {
    const isLost = isRefusal(error, 'upload-gone') || isRefusal(error, 'upload-out-of-order');
    if (isLost) this.#forgetSent();
    const wasRunning = this.#state.step === 'running';
    const slot = slotOf(error);
    const fileName = slot === null ? null : (this.#state.files[slot]?.name ?? null);
    this.#set(afterRefusal(this.#state, error, fileName));
    if (isLost || (isRefusal(error, 'cancelled') && !wasRunning)) this.#set({ isStale: true });
    if (slot === null || slot === 'sales' || this.#state.preview === null) return;
    const { [slot]: _file, ...files } = this.#state.files;
    this.#set({ files, isStale: true });
  }
}

function cancelled(): ApiError {
  return new ApiError({ code: 'cancelled', message: '' });
}

/** The file that a refusal is about. */
function slotOf(error: unknown): HistorySlot | null {
  const slot = error instanceof ApiError ? error.details.slot : undefined;
  return historySlots.find((one) => one === slot) ?? null;
}
