import { useProgress } from '../../bridge/use-progress.ts';
import type { ProductImport } from './use-import.ts';

/** Taking the file over is the smaller part of reading it. */
const uploadPart = 0.2;

/** How far reading the file is, 0 to 1: taking it over, then understanding it. */
export function useReadingShare({ uploadShare, readingId }: ProductImport): number {
  const progress = useProgress(readingId);
  const read = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  return readingId === null ? uploadShare * uploadPart : uploadPart + read * (1 - uploadPart);
}
