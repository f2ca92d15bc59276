import { type Fault, isTest, lineAt, type Source } from './source-files.ts';

/** Longest file that one may be asked to read. */
export const longestFile = 300;

/** Files that are lists of facts, not code: they may be as long as the list is. */
const factFiles: readonly RegExp[] = [
  /^src\/main\/database\/schema\.ts$/u,
  /^src\/shared\/text\/en\//u,
  /^migrations\//u,
  // What each call is asked in earnest.
  /^src\/main\/app\/hostile-input\.test\.ts$/u,
  /\/(?:common-passwords|countries|currencies|sample-[a-z-]+)\.ts$/u,
];

/** Files over the wall. */
export function sizeFaults(sources: readonly Source[]): Fault[] {
  return sources.flatMap(({ path, text }): Fault[] => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (lines <= longestFile || factFiles.some((facts) => facts.test(path))) return [];
    const message = `${lines} lines; the wall is ${longestFile}. Split it by subject; a list of facts is named in tools/source-style.ts.`;
    return [{ path, line: longestFile, rule: 'file-size', message }];
  });
}

const emptyNames = /(?:^|\/)(?:utils?|helpers?|services?|types|constants|common|misc|lib)(?:\/|\.tsx?$)/u;
const indices =
  /^src\/(?:shared\/contract|main|main\/reader|main\/keeper|main\/features\/[^/]+|preload)\/index\.ts$/u;

/** Folders and files whose name says nothing, and barrels that hide where a thing is. */
export function nameFaults(sources: readonly Source[]): Fault[] {
  return sources.flatMap(({ path }): Fault[] => {
    if (!path.startsWith('src/')) return [];
    if (emptyNames.test(path))
      return [
        {
          path,
          line: 1,
          rule: 'empty-name',
          message: 'Name it by its subject: the folder says what rule about imports holds.',
        },
      ];
    if (/\/index\.tsx?$/u.test(path) && !indices.test(path)) {
      return [
        {
          path,
          line: 1,
          rule: 'barrel',
          message:
            'No barrels: import the file itself. Only the contract and each main feature have an index.ts.',
        },
      ];
    }
    return [];
  });
}

type CssRule = {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly except?: RegExp;
  readonly message: string;
};

const named =
  'white|black|red|green|blue|yellow|orange|purple|pink|gr[ae]y|silver|navy|teal|brown|gold|maroon|lime|olive|cyan|magenta';

const cssRules: readonly CssRule[] = [
  {
    rule: 'raw-colour',
    pattern: new RegExp(
      `(?<=[:,(\\s])#[0-9a-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|oklch|oklab|lch|lab|color)\\(|:\\s*(?:[^;{}]*\\s)?(?:${named})(?=[\\s;,)}])`,
      'giu',
    ),
    except: /^src\/renderer\/ui\/tokens\.css$/u,
    message: 'Colours are tokens: use a custom property of src/renderer/ui/tokens.css.',
  },
  {
    rule: 'physical-property',
    pattern:
      /(?<=[;{\s])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-[a-z]+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/giu,
    message:
      'Write logical properties (margin-inline-start, inset-block-end, text-align: start), so that right-to-left works.',
  },
];

/** Raw colours and physical sides in style sheets. */
export function cssFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(({ path }) => path.startsWith('src/') && path.endsWith('.css'))
    .flatMap(({ path, text }) => {
      const plain = text.replaceAll(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replaceAll(/[^\n]/gu, ' '));
      return cssRules
        .filter(({ except }) => !except?.test(path))
        .flatMap(({ rule, pattern, message }) =>
          [...plain.matchAll(pattern)].map((match) => ({
            path,
            line: lineAt(plain, match.index),
            rule,
            message: `${match[0].trim()} ${message}`,
          })),
        );
    });
}

/** Migrations that read the clock or make random values: the same file must give the same table everywhere. */
export function migrationFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(({ path }) => path.startsWith('migrations/'))
    .flatMap(({ path, text }) => {
      const plain = text.replaceAll(/--[^\n]*/gu, '');
      const found = /\bCURRENT_(?:TIMESTAMP|DATE|TIME)\b|'now'|\brandom\(\s*\)/iu.exec(plain);
      if (!found) return [];
      return [
        {
          path,
          line: lineAt(plain, found.index),
          rule: 'sql-clock',
          message: `${found[0]}: the application binds the moment, SQL never reads it.`,
        },
      ];
    });
}

/** Everything that is a matter of shape: length, names, style sheets, migrations. */
export function styleFaults(sources: readonly Source[]): Fault[] {
  const shipped = sources.filter(({ path }) => !isTest(path));
  return [...sizeFaults(sources), ...nameFaults(shipped), ...cssFaults(shipped), ...migrationFaults(shipped)];
}
