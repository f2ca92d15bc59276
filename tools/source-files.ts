import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** A node of the syntax tree: ESTree with TypeScript and JSX, as the bundler's own parser gives it. */
export type SyntaxNode = {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
};

/** One import, re-export or dynamic import. `target` is a path from the project's root, or null for a package. */
export type SourceImport = {
  readonly specifier: string;
  readonly target: string | null;
  readonly typeOnly: boolean;
  readonly line: number;
};

/** A file with its imports. `path` is from the project's root, with forward slashes. */
export type Source = {
  readonly path: string;
  readonly text: string;
  readonly tree: SyntaxNode | null;
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  readonly imports: readonly SourceImport[];
};

/** Something that a check found, with a sentence that says what to do instead. */
export type Fault = {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
};

const parsed = /\.(?:ts|tsx|mjs)$/u;
const read = /\.(?:ts|tsx|mjs|css|sql|html)$/u;

/** Line number, from 1, of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

/** Every node of a tree, parents first, each with its parent. */
export function* walk(
  node: SyntaxNode,
  parent: SyntaxNode | null = null,
): Generator<readonly [SyntaxNode, SyntaxNode | null]> {
  yield [node, parent];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, node);
  }
}

function onlyTypes(node: SyntaxNode): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers as readonly SyntaxNode[] | undefined;
  if (!names?.length) return false;
  return names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function importsOf(path: string, text: string, tree: SyntaxNode): SourceImport[] {
  const found: SourceImport[] = [];
  for (const [node] of walk(tree)) {
    if (!importing.has(node.type) || !isNode(node.source)) continue;
    const specifier = node.source.value;
    if (typeof specifier !== 'string') continue;
    const clean = specifier.replace(/\?.*$/u, '');
    const target = clean.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), clean)) : null;
    const typeOnly = node.type === 'TSImportType' || onlyTypes(node);
    found.push({ specifier, target, typeOnly, line: lineAt(text, node.start) });
  }
  return found;
}

/** Reads one file's text as a `Source`. Throws where it is not TypeScript. */
export function parseSource(path: string, text: string): Source {
  if (!parsed.test(path)) return { path, text, tree: null, comments: [], imports: [] };
  const result = parseSync(path, text);
  const [error] = result.errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const tree = result.program as unknown as SyntaxNode;
  const comments = result.comments.map(({ value, start }) => ({ text: value, line: lineAt(text, start) }));
  return { path, text, tree, comments, imports: importsOf(path, text, tree) };
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) return [folder];
  return readdirSync(folder)
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => filesUnder(join(folder, name)));
}

/** Every source file under the given folders of the project. */
export function readSources(root: string, folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((file) => read.test(file))
    .map((file) => parseSource(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')));
}

/** What lies beside the code and never ships: the gallery of components, and what only their tests use. */
const besides = /^src\/renderer\/ui\/(?:gallery\/|render-ui\.tsx$)/u;

/** True for a test, and for what only tests use: the walls of the house do not hold for them. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/u.test(path) || path.startsWith('test/') || besides.test(path);
}

/** The project's folder. */
export const projectRoot: string = dirname(import.meta.dirname);
