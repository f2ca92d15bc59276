import type BetterSqlite3 from 'better-sqlite3';
import type { KeyedHash } from './keyed-hash.ts';
import { parseSum, type Sum, sumText } from './sum.ts';

/** How many rows of a kind there are, and their sum; `version` counts how often it was written. */
export type Digest = {
  readonly columns: string;
  readonly rowCount: number;
  readonly sum: Sum;
  readonly version: number;
};

type Row = {
  readonly kind: string;
  readonly columns: string;
  readonly rowCount: number;
  readonly sum: string;
  readonly version: number;
  readonly mac: string;
};

export type ReadDigests = {
  readonly digests: ReadonlyMap<string, Digest>;
  /** Kinds whose row was not written with the key. */
  readonly forged: readonly string[];
};

/** The digests as the file has them. */
export function readDigests(database: BetterSqlite3.Database, keyed: KeyedHash): ReadDigests {
  const rows = database.prepare<[], Row>('SELECT * FROM digests ORDER BY kind').all();
  const fileId = fileIdOf(database);
  const forged = rows.filter((row) => row.mac !== macOf(keyed, fileId, row)).map(({ kind }) => kind);
  const digests = rows.map(({ kind, columns, rowCount, sum, version }) => {
    return [kind, { columns, rowCount, sum: parseSum(sum), version }] as const;
  });
  return { digests: new Map(digests), forged };
}

/** Which shop file it is, whatever it is called. */
export function fileIdOf(database: BetterSqlite3.Database): string {
  return database.prepare<[], string>('SELECT fileId FROM shopFile').pluck().get() ?? '';
}

/** Writes a digest with the code that only who has the key can make. */
export function digestWriter(database: BetterSqlite3.Database, keyed: KeyedHash) {
  const insert = database.prepare<[Row]>(`INSERT INTO digests (kind, columns, rowCount, sum, version, mac)
    VALUES (@kind, @columns, @rowCount, @sum, @version, @mac)
    ON CONFLICT (kind) DO UPDATE SET columns = excluded.columns, rowCount = excluded.rowCount, sum = excluded.sum,
      version = excluded.version, mac = excluded.mac`);
  return (kind: string, digest: Digest): void => {
    const row = { kind, ...digest, sum: sumText(digest.sum) };
    insert.run({ ...row, mac: macOf(keyed, fileIdOf(database), row) });
  };
}

function macOf(keyed: KeyedHash, fileId: string, row: Omit<Row, 'mac'>): string {
  const { kind, columns, rowCount, sum, version } = row;
  return keyed.text(JSON.stringify(['digest', fileId, kind, columns, rowCount, sum, version]));
}
