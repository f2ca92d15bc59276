import { type FoundProblems, foundProblems } from '../../../shared/contract/backup-fields.ts';
import type { Log } from '../../app/context.ts';

/** What was found the last time. `at` in milliseconds UTC, `date` the business date that it stands for. */
export type Checked = { readonly at: number; readonly date: number; readonly problems: FoundProblems };

/** What this computer remembers of its shop file, outside it: a file that cannot be read says nothing of itself. */
export type ConditionMemory = {
  /** Which file it is about; whatever takes its place was looked through before. */
  readonly of?: string;
  /** The business date on which it was first seen. */
  readonly since?: number;
  /** It is open. Still so at the next start, it was not closed properly. */
  readonly isOpen?: boolean;
  /** A log of writes was left beside it when it was closed. */
  readonly hasLog?: boolean;
  /** It was not closed properly, and has not been looked through since. */
  readonly isUnclean?: boolean;
  /** A page of it could not be read as it should while it was open, or when it was looked through. */
  readonly isDamaged?: boolean;
  readonly quick?: Checked;
  readonly deep?: Checked;
  readonly failure?: { readonly at: number; readonly reason: string } | null;
};

const isFlag = (value: unknown): boolean => typeof value === 'boolean';

const fits: Readonly<Record<keyof ConditionMemory, (value: unknown) => boolean>> = {
  of: (value) => typeof value === 'string',
  since: Number.isSafeInteger,
  isOpen: isFlag,
  hasLog: isFlag,
  isUnclean: isFlag,
  isDamaged: isFlag,
  quick: isChecked,
  deep: isChecked,
  failure: (value) =>
    value === null || (isObject(value) && Number.isSafeInteger(value.at) && typeof value.reason === 'string'),
};

/**
 * Keeps that the shop file is open, so that an end without closing it is noticed. Where that cannot be written, what
 * stands there does when it says the same of the same file. Answers whether it was written. @throws the system's error.
 */
export function keepOpened(
  { memory, log }: { readonly memory: Kept; readonly log: Log },
  opened: ConditionMemory,
): boolean {
  try {
    memory.set(opened);
    return true;
  } catch (error) {
    const { of, isOpen } = memory.get();
    if (of !== opened.of || isOpen !== true) throw error;
    log.error('It could not be kept that the shop file is open; it is still kept of last time', { error });
    return false;
  }
}

type Kept = { get(): ConditionMemory; set(memory: ConditionMemory): void };

/** Whether what was kept can be what this version wrote. */
export function isConditionMemory(value: unknown): value is ConditionMemory {
  if (!isObject(value)) return false;
  return Object.entries(value).every(
    ([key, part]) => Object.hasOwn(fits, key) && fits[key as keyof ConditionMemory](part),
  );
}

function isChecked(value: unknown): boolean {
  return (
    isObject(value) &&
    [value.at, value.date].every(Number.isSafeInteger) &&
    foundProblems.safeParse(value.problems).success
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
