import { builtinModules } from 'node:module';
import { parseSource, walk } from './source-files.ts';

/** A file of `out/`: its path from there with forward slashes, and its text. */
export type BuiltFile = { readonly path: string; readonly text: string };

/** What was found in a built file, in words. */
export type BuiltFault = { readonly path: string; readonly message: string };

/** Everything that a script asks for by name at run time: imports, dynamic imports, `require` calls. */
export function requestedModules({ path, text }: BuiltFile): readonly string[] {
  const source = parseSource(path.replace(/\.(?:c|m)?js$/u, '.mjs'), text);
  const required: string[] = [];
  for (const [node] of source.tree ? walk(source.tree) : []) {
    const { name } = (node.callee ?? {}) as { name?: string };
    const [first] = (node.arguments ?? []) as { value?: unknown }[];
    if (node.type === 'CallExpression' && name === 'require' && typeof first?.value === 'string') {
      required.push(first.value);
    }
  }
  return [...source.imports.map(({ specifier }) => specifier), ...required];
}

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}

function scriptFaults(file: BuiltFile, allowed: (name: string) => boolean, sentence: string): BuiltFault[] {
  return requestedModules(file)
    .filter((name) => !name.startsWith('.') && !allowed(name))
    .map((name) => ({ path: file.path, message: `asks for ${name}. ${sentence}` }));
}

function moduleFaults(files: readonly BuiltFile[], dependencies: readonly string[]): BuiltFault[] {
  const isDependency = (name: string) =>
    dependencies.some((own) => name === own || name.startsWith(`${own}/`));
  return files.flatMap((file) => {
    if (/^main\/.*\.js$/u.test(file.path)) {
      const sentence = 'Main loads electron, Node and `dependencies`; all else is bundled.';
      return scriptFaults(
        file,
        (name) => name === 'electron' || isBuiltin(name) || isDependency(name),
        sentence,
      );
    }
    if (/^preload\/.*js$/u.test(file.path)) {
      return scriptFaults(
        file,
        (name) => name === 'electron',
        'A sandboxed preload has electron and nothing else.',
      );
    }
    return [];
  });
}

function preloadFaults(files: readonly BuiltFile[]): BuiltFault[] {
  const names = files.map(({ path }) => path).filter((path) => path.startsWith('preload/'));
  if (names.length === 1 && names[0] === 'preload/index.cjs') return [];
  return [
    { path: 'preload', message: `holds ${names.join(', ') || 'nothing'}; it must be index.cjs alone.` },
  ];
}

const mustBeOn = new Set(['sandbox', 'contextIsolation', 'webSecurity', 'safeDialogs']);
const mustBeOff =
  /^(?:nodeIntegration\w*|allowRunningInsecureContent|experimentalFeatures|webviewTag|navigateOnDragDrop|enableDeprecatedPaste)$/u;

/** What `true`, `false`, `!0` and `!1` mean; undefined for everything else. */
function constant(node: unknown): boolean | undefined {
  const { type, value, operator, argument } = (node ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'Literal' && typeof value === 'boolean') return value;
  const { value: negated } = (argument ?? {}) as { value?: unknown };
  return type === 'UnaryExpression' && operator === '!' && typeof negated === 'number'
    ? negated === 0
    : undefined;
}

/** Window options in a script that take a protection away. */
function weakened({ path, text }: BuiltFile): readonly string[] {
  const { tree } = parseSource(path.replace(/\.c?js$/u, '.mjs'), text);
  return [...(tree ? walk(tree) : [])].flatMap(([node]) => {
    const { name = '' } = (node.key ?? {}) as { name?: string };
    const value = node.type === 'Property' ? constant(node.value) : undefined;
    const isWeak = (value === false && mustBeOn.has(name)) || (value === true && mustBeOff.test(name));
    return isWeak ? [`${name}: ${value}`] : [];
  });
}

const policy = /[^"'`]*\bdefault-src\b[^"`]*/gu;

function policyFaults(files: readonly BuiltFile[]): BuiltFault[] {
  const found = files
    .filter(({ path }) => /^main\/.*\.js$|\.html$/u.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(policy)].map(([value]) => ({ path, value })));
  if (found.length === 0)
    return [{ path: 'main', message: 'no content policy (default-src) is in the built files.' }];
  return found
    .filter(({ value }) => /unsafe-|https?:|wss?:|\*/u.test(value))
    .map(({ path, value }) => ({
      path,
      message: `content policy is open: ${value.trim().slice(0, 120)}. A policy for the dev server belongs behind import.meta.env.DEV.`,
    }));
}

function pageFaults(files: readonly BuiltFile[]): BuiltFault[] {
  return files
    .filter(({ path }) => path.endsWith('.html'))
    .flatMap(({ path, text }) => {
      const faults: BuiltFault[] = [];
      const scripts = text.match(/<script\b[^>]*>/giu) ?? [];
      if (scripts.some((tag) => !/\bsrc=/iu.test(tag)))
        faults.push({ path, message: 'has an inline script.' });
      if (/\son[a-z]+\s*=/iu.test(text)) faults.push({ path, message: 'has an inline event handler.' });
      if (/<style\b/iu.test(text)) faults.push({ path, message: 'has an inline style sheet.' });
      if (/(?:src|href)\s*=\s*["'](?:https?:)?\/\//iu.test(text))
        faults.push({ path, message: 'loads from elsewhere.' });
      return faults;
    });
}

function textFaults(files: readonly BuiltFile[]): BuiltFault[] {
  return files.flatMap(({ path, text }): BuiltFault[] => {
    if (path.endsWith('.map')) return [];
    const loose = path.startsWith('main/') ? weakened({ path, text }) : [];
    const faults: BuiltFault[] = loose.map((option) => ({ path, message: `weakens the window: ${option}` }));
    if (/electron-standin|standin\.invalid|ELECTRON_OVERRIDE_DIST_PATH|E2E_HOST/u.test(text)) {
      faults.push({ path, message: 'knows of the stand-in or of tests.' });
    }
    if (path.startsWith('renderer/') && /sourceMappingURL/u.test(text))
      faults.push({ path, message: 'ships a source map.' });
    return faults;
  });
}

/** What is wrong with the built application, before any of it runs. `dependencies` are those of package.json. */
export function builtFaults(
  files: readonly BuiltFile[],
  dependencies: readonly string[],
): readonly BuiltFault[] {
  const needed = ['main/index.js', 'preload/index.cjs', 'renderer/index.html', 'renderer/kiosk.html'];
  const missing = needed.filter((path) => !files.some((file) => file.path === path));
  return [
    ...missing.map((path) => ({ path, message: 'was not built.' })),
    ...moduleFaults(files, dependencies),
    ...preloadFaults(files),
    ...policyFaults(files),
    ...pageFaults(files),
    ...textFaults(files),
  ];
}
