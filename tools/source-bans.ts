import { type Fault, isTest, lineAt, type Source, type SyntaxNode, walk } from './source-files.ts';

/** A thing that may not be written, where it may all the same, and what to do instead. */
type Ban = {
  readonly rule: string;
  readonly within: RegExp;
  readonly except?: RegExp;
  readonly message: string;
  readonly found: (node: SyntaxNode, parent: SyntaxNode | null) => boolean;
};

function name(node: unknown): string {
  const { type, name: own, value } = (node ?? {}) as { type?: string; name?: string; value?: unknown };
  if (type === 'Identifier' || type === 'JSXIdentifier') return own ?? '';
  return type === 'Literal' && typeof value === 'string' ? value : '';
}

/** `Math.round` of a member expression, computed or not; '' for anything else. */
function member(node: SyntaxNode): string {
  return node.type === 'MemberExpression' ? `${name(node.object)}.${name(node.property)}` : '';
}

function property(node: SyntaxNode, ...names: readonly string[]): boolean {
  return node.type === 'MemberExpression' && names.includes(name(node.property));
}

function calls(node: SyntaxNode, ...names: readonly string[]): boolean {
  const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
  return isCall && names.includes(name(node.callee));
}

/** Text of a string or of one piece of a template; '' for other nodes. */
function literal(node: SyntaxNode): string {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const piece = node.value as { cooked?: string } | undefined;
  return node.type === 'TemplateElement' ? (piece?.cooked ?? '') : '';
}

const src = /^src\//u;
const main = /^src\/(?:main|preload)\//u;
const window = /^src\/renderer\//u;
const sqlClock =
  /\bCURRENT_(?:TIMESTAMP|DATE|TIME)\b|\(\s*'now'|\b(?:unixepoch|julianday|datetime)\(\s*\)|\brandom\(\s*\)/iu;
const spoken = new Set([
  'aria-label',
  'aria-description',
  'title',
  'placeholder',
  'alt',
  'label',
  'description',
]);
const letters = /\p{L}{2}/u;

/** Every ban, each proven to fire by `source-bans.test.ts`. */
export const bans: readonly Ban[] = [
  {
    rule: 'clock',
    within: src,
    except: /\/clock\.ts$|^src\/shared\/domain\/calendar[^/]*\.ts$|^src\/shared\/text\/format-date\.ts$/u,
    message: 'The clock is read once for each call: use ctx.now and ctx.today, or the injected clock.',
    found: (node) => calls(node, 'Date') || member(node) === 'Date.now' || member(node) === 'Temporal.Now',
  },
  {
    rule: 'random',
    within: src,
    message:
      'Math.random is guessable and cannot be repeated: use node:crypto in main, crypto in src/renderer/bridge.',
    found: (node) => member(node) === 'Math.random',
  },
  {
    rule: 'number',
    within: src,
    except:
      /^src\/shared\/domain\/round\.ts$|^src\/shared\/text\/format[^/]*\.ts$|^src\/renderer\/ui\/format[^/]*\.ts$/u,
    message:
      'Figures are whole numbers: round in src/shared/domain/round.ts, read typed digits with its parser, show with format.',
    found: (node) =>
      calls(node, 'parseFloat') ||
      member(node) === 'Number.parseFloat' ||
      member(node) === 'Math.round' ||
      property(node, 'toFixed', 'toPrecision'),
  },
  {
    rule: 'html',
    within: src,
    message: 'Text goes into the page as text: render it with React.',
    found: (node) =>
      property(node, 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment') ||
      member(node) === 'document.write' ||
      (node.type === 'JSXAttribute' && name(node.name) === 'dangerouslySetInnerHTML') ||
      (node.type === 'Property' && name(node.key) === 'dangerouslySetInnerHTML'),
  },
  {
    rule: 'eval',
    within: src,
    message: 'Code is never made from text: the content policy refuses it too.',
    found: (node) =>
      calls(node, 'eval', 'Function') ||
      (calls(node, 'setTimeout', 'setInterval') &&
        literal((node.arguments as SyntaxNode[])[0] ?? node) !== ''),
  },
  {
    rule: 'open-external',
    within: src,
    message: 'Nothing opens a browser: show the address as text.',
    found: (node) => property(node, 'openExternal') || name(node) === 'openExternal',
  },
  {
    rule: 'argon2',
    within: src,
    message:
      'argon2 works in Node and throws in Electron (BoringSSL): use scrypt as src/main/features/staff does.',
    found: (node) => /argon2/iu.test(name(node)) || /argon2/iu.test(literal(node)),
  },
  {
    rule: 'network',
    within: src,
    message: 'No request leaves the machine: ask main through the bridge, read files in the shell.',
    found: (node, parent) =>
      calls(node, 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport') ||
      (property(node, 'fetch') && parent?.type === 'CallExpression' && name(node.object) !== 'net') ||
      property(node, 'sendBeacon'),
  },
  {
    rule: 'sql-clock',
    within: main,
    message:
      'SQL does not read the clock or make random values: bind ctx.now, ctx.today or a value made before.',
    found: (node) => sqlClock.test(literal(node)),
  },
  {
    rule: 'text-key',
    within: window,
    message: "Every text that people read has a key: text('feature.key'). Write it in src/shared/text/en.",
    found: (node) => {
      if (node.type === 'JSXText') return letters.test(String(node.value));
      if (node.type !== 'JSXAttribute' || !spoken.has(name(node.name))) return false;
      return letters.test(literal((node.value ?? {}) as SyntaxNode));
    },
  },
  {
    rule: 'interface',
    within: src,
    message:
      'Write a type: an interface can be added to from anywhere. (One of the platform, in declare global, may be.)',
    found: (node, parent) => node.type === 'TSInterfaceDeclaration' && parent?.type !== 'TSModuleBlock',
  },
  {
    rule: 'preload-object',
    within: window,
    except: /^src\/renderer\/bridge\//u,
    message: "Only src/renderer/bridge sees the preload's object: use apiQuery or useCommand.",
    found: (node) => /^(?:window|globalThis)\.(?:orderlla|api|electron)$/u.test(member(node)),
  },
];

const unfinished = /\b(?:TODO|FIXME|XXX|HACK)\b/u;
/** Whole files may be silenced for accessibility rules only, whose roles a drawn grid must set by hand, with a reason. */
const silenced =
  /@ts-(?:ignore|nocheck)|biome-ignore-(?:all|start) (?!lint\/a11y\/\w+: \S.{20})|eslint-disable/u;

function commentFaults({ path, comments }: Source): Fault[] {
  return comments.flatMap(({ text, line }): Fault[] => {
    if (unfinished.test(text))
      return [
        {
          path,
          line,
          rule: 'unfinished',
          message: 'Finish it, or write an issue: the code holds no reminders.',
        },
      ];
    if (silenced.test(text))
      return [
        { path, line, rule: 'silenced', message: 'Mend what the checker found instead of silencing it.' },
      ];
    return [];
  });
}

function banFaults({ path, text, tree }: Source): Fault[] {
  const holds = bans.filter(({ within, except }) => within.test(path) && !except?.test(path));
  if (!tree || holds.length === 0) return [];
  const faults: Fault[] = [];
  for (const [node, parent] of walk(tree)) {
    for (const { rule, message, found } of holds) {
      if (found(node, parent)) faults.push({ path, line: lineAt(text, node.start), rule, message });
    }
  }
  return faults;
}

/** What may not be written in `src/` (tests excepted), and in any file's comments. */
export function sourceBanFaults(sources: readonly Source[]): Fault[] {
  return sources.flatMap((source) => [
    ...(isTest(source.path) ? [] : banFaults(source)),
    ...commentFaults(source),
  ]);
}
