import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { builtFaults } from './built-files.ts';
import { projectRoot } from './source-files.ts';

/** `node tools/check-out.ts`: static checks on the built application in `out/`. */
function main(): void {
  const out = join(projectRoot, 'out');
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|cjs|mjs|html|css|map)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: file
        .slice(out.length + 1)
        .split(sep)
        .join('/'),
      text: readFileSync(file, 'utf8'),
    }));
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const faults = builtFaults(files, Object.keys(dependencies));
  for (const { path, message } of faults) process.stdout.write(`out/${path} ${message}\n`);
  process.stdout.write(`${files.length} built files read, ${faults.length} faults\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

main();
