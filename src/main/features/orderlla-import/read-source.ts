import { AppError } from '../../../shared/contract/errors.ts';
import { ForeignFileError, isSqliteFile, readForeignTables } from '../../database/read-foreign-tables.ts';
import { decodeTextSteps } from '../csv/decode-text.ts';
import type { Steps } from '../csv/steps.ts';
import { readScriptSteps } from './read-script.ts';
import { mostSourceRows, type Source, sourceColumns } from './source-tables.ts';

/**
 * What an uploaded file holds: an Orderlla database, or its SQL script.
 * @throws AppError `file-unreadable`, `not-an-orderlla-file`, `too-many-rows`.
 */
export function* readSourceSteps(bytes: Uint8Array): Steps<Source> {
  const source = isSqliteFile(bytes) ? yield* readDatabaseSteps(bytes) : yield* readTextSteps(bytes);
  const { customers, products, orders } = source.tables;
  // Any of them may be empty; a file without two of the three is something else.
  if ([customers, products, orders].filter(Boolean).length < 2) throw new AppError('not-an-orderlla-file');
  return source;
}

function* readDatabaseSteps(bytes: Uint8Array): Steps<Source> {
  try {
    const tables = yield* readForeignTables(bytes, sourceColumns, mostSourceRows);
    return { kind: 'sqlite', tables, skippedStatements: 0, brokenRows: 0 };
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    throw new AppError(error.problem === 'unreadable' ? 'file-unreadable' : error.problem);
  }
}

function* readTextSteps(bytes: Uint8Array): Steps<Source> {
  const { text, problems } = yield* decodeTextSteps(bytes);
  if (problems.some(({ code }) => code === 'not-text')) throw new AppError('file-unreadable');
  return yield* readScriptSteps(text);
}
