import { type Fault, isTest, type Source, type SourceImport } from './source-files.ts';

/** Where the application, its scripts and its measurements begin. */
const entries =
  /^(?:src\/main\/index\.ts|src\/main\/(?:reader|keeper)\/index\.ts|src\/preload\/index\.ts|src\/renderer\/(?:main|kiosk)\.tsx|tools\/|bench\/|test\/long\/)/u;

function at(path: string, rule: string, message: string): Fault {
  return { path, line: 1, rule, message };
}

/** Imports of files that do not exist: caught here too, because a type import of one would pass the bundler. */
export function missingFaults(sources: readonly Source[], exists: (path: string) => boolean): Fault[] {
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, specifier, line }) =>
      target === null || exists(target)
        ? []
        : [
            {
              path,
              line,
              rule: 'missing-file',
              message: `${specifier} is not there. Imports carry their extension.`,
            },
          ],
    ),
  );
}

/**
 * Rules of the shop that are proven before a screen needs them: `docs/architecture.md` counts them among the
 * rules that hold from the first day. To be taken out as soon as something runs them.
 */
const proven = ['src/shared/domain/refund-amount.ts'];

/** Files of `src/` that nothing reaches from an entry. A file that only its test uses is dead too. */
export function orphanFaults(sources: readonly Source[]): Fault[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const waiting = [...byPath.keys()].filter(
    (path) => entries.test(path) && !isTest(path.replace('test/long/', 'long/')),
  );
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { target } of byPath.get(path)?.imports ?? [])
      if (target && !reached.has(target)) waiting.push(target);
  }
  return sources
    .filter(
      ({ path, tree }) =>
        path.startsWith('src/') &&
        tree &&
        !isTest(path) &&
        !proven.includes(path) &&
        !/\.d\.ts$/u.test(path) &&
        !reached.has(path),
    )
    .map(({ path }) =>
      at(path, 'orphan', 'Nothing that runs imports this file. Use it or delete it, with its test.'),
    );
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/**
 * Files that import each other in a ring. Types count between folders, where a ring means that neither can be
 * understood first; within one folder two files may name each other's types.
 */
export function cycleFaults(sources: readonly Source[]): Fault[] {
  const counts = (path: string, { target, typeOnly }: SourceImport): readonly string[] =>
    target === null || (typeOnly && folderOf(target) === folderOf(path)) ? [] : [target];
  const targets = new Map(
    sources.map(({ path, imports }) => [path, [...new Set(imports.flatMap((found) => counts(path, found)))]]),
  );
  const done = new Set<string>();
  const faults: Fault[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const begun = trail.indexOf(path);
    if (begun !== -1) {
      const ring = [...trail.slice(begun), path].join(' → ');
      faults.push(at(path, 'cycle', `${ring}. Move what both need into a third file.`));
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return faults;
}
