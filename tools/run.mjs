/**
 * `node tools/run.mjs <file.ts> [arguments]`: a script of the project under its own Node 24, with dependencies,
 * a browser where Electron is missing, what the long tests of disks use, and a fresh build. Used by `npm run tour`,
 * `bench` and `test:long`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDiskPrograms } from './disk-programs.mjs';
import { journeyEnv } from './electron-host.mjs';
import { ensureBrowser, ensureBuild, ensureDependencies, giveUp, root, runNode } from './fresh-machine.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file || !existsSync(join(root, file))) giveUp(`There is no ${file ?? 'file named'} to run.`);
ensureDependencies();
const env = journeyEnv();
if (env.E2E_HOST === 'standin') ensureBrowser();
if (file.startsWith('test/long/')) ensureDiskPrograms();
await ensureBuild();
process.exitCode = await runNode([join(root, file), ...args], env);
