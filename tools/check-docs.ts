import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './source-files.ts';

/** What is wrong with a page: links and pictures that lead nowhere, scripts that do not exist. */
export function pageFaults(
  page: { readonly path: string; readonly text: string },
  exists: (path: string) => boolean,
  scripts: readonly string[],
): readonly string[] {
  const links = [...page.text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/gu)].map(
    ([, link]) => link ?? '',
  );
  const dead = links.filter((link) => !exists(join(dirname(page.path), decodeURI(link))));
  const named = [...page.text.matchAll(/npm run ([a-z][a-z0-9:-]*)/gu)].map(([, name]) => name ?? '');
  const unknown = [...new Set(named)].filter((name) => !scripts.includes(name));
  return [
    ...dead.map((link) => `${page.path} points to ${link}, which is not there.`),
    ...unknown.map((name) => `${page.path} names npm run ${name}, which package.json does not have.`),
  ];
}

/** The pages a person reads: those at the top, and all of docs/. */
function pages(): readonly string[] {
  const top = readdirSync(projectRoot).filter((name) => name.endsWith('.md'));
  const folder = join(projectRoot, 'docs');
  const docs = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return [...top, ...docs.filter((name) => name.endsWith('.md')).map((name) => join('docs', name))];
}

function main(): void {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const read = pages().map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
  const exists = (path: string) => existsSync(join(projectRoot, path));
  const missing = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'LICENSE',
    'docs/architecture.md',
    'docs/glossary.md',
  ];
  const faults = [
    ...missing.filter((path) => !exists(path)).map((path) => `${path} is not there.`),
    ...read.flatMap((page) => pageFaults(page, exists, Object.keys(scripts))),
  ];
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(`${read.length} pages read, ${faults.length} faults\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (import.meta.main) main();
