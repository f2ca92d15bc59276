import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sourceBanFaults } from './source-bans.ts';
import { type Fault, projectRoot, readSources, type Source } from './source-files.ts';
import { cycleFaults, missingFaults, orphanFaults } from './source-graph.ts';
import { styleFaults } from './source-style.ts';
import { wallFaults } from './source-walls.ts';

/** Fewer files than this means that the reader is broken, not that the house is small. */
const floor = 60;

/** All checks on the text of the project: walls, bans, cycles, orphans, sizes, names. */
export function sourceFaults(sources: readonly Source[], exists: (path: string) => boolean): Fault[] {
  return [
    ...wallFaults(sources),
    ...sourceBanFaults(sources),
    ...missingFaults(sources, exists),
    ...orphanFaults(sources),
    ...cycleFaults(sources),
    ...styleFaults(sources),
  ];
}

/** Fault when too few files, or too few imports, were read for the answer to mean anything. */
export function floorFaults(sources: readonly Source[], least: number = floor): Fault[] {
  const imports = sources.reduce((sum, source) => sum + source.imports.length, 0);
  if (sources.length >= least && imports >= least) return [];
  const message = `only ${sources.length} files and ${imports} imports were read; at least ${least} of each are there.`;
  return [{ path: 'tools/check-source.ts', line: 1, rule: 'floor', message }];
}

function main(): void {
  const sources = readSources(projectRoot, ['src', 'tools', 'test', 'bench', 'migrations']);
  const faults = [
    ...floorFaults(sources),
    ...sourceFaults(sources, (path) => existsSync(join(projectRoot, path))),
  ].toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
  for (const { path, line, rule, message } of faults)
    process.stdout.write(`${path}:${line} ${rule}: ${message}\n`);
  process.stdout.write(`${sources.length} files read, ${faults.length} faults\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (import.meta.main) main();
