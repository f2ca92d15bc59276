import { rmSync } from 'node:fs';
import { backupRounds, damageBeforeCheck } from './backups.ts';
import { prepareShop } from './prepare-shop.ts';
import { createReport } from './report.ts';

/**
 * Backups of a shop that sells, half of them ended at a random moment: `node test/crash/run-backups.ts [rounds]`; every
 * failure names its seed. What copies the file alone must be noticed, and damage to a copy before it was checked.
 */
const rounds = Number(process.argv[2] ?? 12);
const seed = Number(process.env.SEED ?? 20261122);

const report = createReport();

const shop = await prepareShop();
try {
  const { made, stopped, deeds, failures } = await backupRounds(shop, rounds, seed);
  report.tell(`${made} backups made, ${stopped} ended, ${deeds} acknowledged deeds: none missing`, failures);
  const caught = (await backupRounds(shop, 3, seed, 'bytes')).failures.length;
  report.tell(`backups that are the file's bytes alone are noticed (${caught} findings in 3)`, [
    ...(caught > 0 ? [] : ['they are not']),
  ]);
  report.tell('damage to a copy before it is checked: refused, nothing left', await damageBeforeCheck(shop));
} finally {
  rmSync(shop, { recursive: true, force: true });
}
report.end();
