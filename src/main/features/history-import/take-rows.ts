import type { Staging } from '../../database/open-staging.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import { createPace, type Steps } from '../csv/steps.ts';
import { type FileLook, isBlankRow, rowsOfFile } from './look-at-file.ts';
import { RowLeftOut } from './row-cells.ts';

const rowsPerStep = 100;

/** What became of a file's rows. */
type Taken = { readonly rows: number; readonly unreadRows: number };

/** Takes each row of a file into the staging, up to a hundred together; one that is left out is only counted. Yields rows done. */
export function* takeRowsSteps(
  { db, together }: Staging,
  look: FileLook,
  take: (row: CsvRow) => void,
): Steps<Taken> {
  let waiting: CsvRow[] = [];
  const pace = createPace(rowsPerStep);
  let [rows, unreadRows] = [0, 0];
  const takeOne = (row: CsvRow): void => {
    try {
      take(row);
    } catch (thrown) {
      if (!(thrown instanceof RowLeftOut)) throw thrown;
      unreadRows += 1;
    }
  };
  const takeAll = (): void => {
    together(() => waiting.forEach(takeOne));
    waiting = [];
  };
  for (const row of rowsOfFile(db, look)) {
    if (!isBlankRow(row)) {
      waiting.push(row);
      rows += 1;
    }
    if (!pace(row)) continue;
    takeAll();
    yield rows;
  }
  takeAll();
  yield rows;
  return { rows, unreadRows };
}
