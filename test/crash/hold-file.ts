import BetterSqlite3 from 'better-sqlite3';

/** Another program that holds a file to write in it: `node hold-file.ts <path>`, until its input ends. */
const [path = ''] = process.argv.slice(2);
const other = new BetterSqlite3(path);
other.exec('BEGIN IMMEDIATE');
process.stdout.write('held\n');
process.stdin.resume().on('end', () => {
  other.exec('ROLLBACK');
  other.close();
});
