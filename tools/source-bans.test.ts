import { describe, expect, it } from 'vitest';
import { bans, sourceBanFaults } from './source-bans.ts';
import { parseSource } from './source-files.ts';
import { styleFaults } from './source-style.ts';

function found(path: string, text: string): readonly string[] {
  return sourceBanFaults([parseSource(path, text)]).map(({ rule }) => rule);
}

const anywhere = 'src/main/features/orders/place-order.ts';
const screen = 'src/renderer/features/sell/sell-screen.tsx';

const banned: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['clock', anywhere, 'const at = Date.now();'],
  ['clock', anywhere, 'const at = new Date();'],
  ['clock', anywhere, 'const at = new Date(0);'],
  ['clock', anywhere, 'const at = Temporal.Now.instant();'],
  ['random', anywhere, 'const a = Math.random();'],
  ['number', anywhere, "const a = parseFloat('1');"],
  ['number', anywhere, "const a = Number.parseFloat('1');"],
  ['number', anywhere, 'const a = (1.5).toFixed(2);'],
  ['number', anywhere, 'const a = Math.round(1.5);'],
  ['html', screen, 'element.innerHTML = a;'],
  ['html', screen, 'const a = <p dangerouslySetInnerHTML={{ __html: b }} />;'],
  ['html', screen, 'createElement(a, { dangerouslySetInnerHTML: b });'],
  ['eval', anywhere, "eval('1');"],
  ['eval', anywhere, "const a = new Function('return 1');"],
  ['eval', anywhere, "setTimeout('go()', 1);"],
  ['open-external', anywhere, 'void shell.openExternal(a);'],
  ['open-external', anywhere, 'const { openExternal } = shell;'],
  ['argon2', anywhere, 'const a = crypto.argon2Sync(b);'],
  ['argon2', anywhere, "import a from 'argon2';"],
  ['network', screen, "void fetch('https://example.com');"],
  ['network', screen, "const a = new WebSocket('wss://example.com');"],
  ['network', screen, "void window.fetch('https://example.com');"],
  ['sql-clock', anywhere, "const a = sql`select date('now')`;"],
  ['sql-clock', anywhere, "const a = 'insert into t values (CURRENT_TIMESTAMP)';"],
  ['sql-clock', anywhere, 'const a = sql`select unixepoch()`;'],
  ['text-key', screen, 'const a = <p>Take payment</p>;'],
  ['text-key', screen, 'const a = <Button aria-label="Take payment" />;'],
  ['preload-object', screen, "void window.orderlla.invoke('x');"],
  ['interface', anywhere, 'interface A { readonly b: string }'],
  ['interface', anywhere, 'export interface A { readonly b: string }'],
  ['unfinished', anywhere, `// ${'TO'}DO: later`],
  [
    'silenced',
    anywhere,
    `// biome-${'ignore-all'} lint/suspicious/noExplicitAny: it is easier this way round`,
  ],
  ['silenced', anywhere, `// @ts-${'ignore'}\nconst a = 1;`],
];

const allowed: readonly (readonly [path: string, text: string])[] = [
  ['src/shared/domain/round.ts', 'const a = Math.round(1.5);'],
  [screen, 'declare global { interface Window { readonly a: string } }'],
  ['src/main/shell/clock.ts', 'const at = Date.now();'],
  ['src/shared/text/format-date.ts', 'const a = new Date(at);'],
  [screen, '// biome-ignore-all lint/a11y/useSemanticElements: rows drawn one by one are no table'],
  [anywhere, "const a = 'The clock is Date.now()'; // eval is not used here, nor is innerHTML"],
  [anywhere, 'const a: Date = b; const c = Math.floor(d); const e = now();'],
  [anywhere, "const a = sql`select 'now serving'`;"],
  ['src/main/shell/serve-page.ts', 'const a = net.fetch(b);'],
  [screen, 'const a = <p title={text(b)}>{text(c)} · 1</p>;'],
  ['src/main/features/orders/place-order.test.ts', 'const a = Date.now();'],
];

describe('what may not be written', () => {
  it.each(banned)('%s in %s: %s', (rule, path, text) => {
    expect(found(path, text)).toContain(rule);
  });

  it.each(allowed)('but in %s: %s', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  it('is tried here, each ban of it', () => {
    const tried = new Set(banned.map(([rule]) => rule));
    expect(bans.map(({ rule }) => rule).filter((rule) => !tried.has(rule))).toEqual([]);
  });
});

describe('the shape of files', () => {
  const style = (path: string, text: string) =>
    styleFaults([parseSource(path, text)]).map(({ rule }) => rule);
  const lines = (count: number) => 'export {};\n'.repeat(count);

  it('has a wall at 300 lines, lists of facts excepted', () => {
    expect(style('src/main/a.ts', lines(300))).toEqual([]);
    expect(style('src/main/a.ts', lines(301))).toEqual(['file-size']);
    expect(style('test/e2e/a.spec.ts', lines(301))).toEqual(['file-size']);
    expect(style('src/shared/text/en/sell.ts', lines(301))).toEqual([]);
  });

  it.each(['src/main/utils/a.ts', 'src/shared/domain/helpers.ts', 'src/renderer/types.ts'])(
    'has no empty name: %s',
    (path) => {
      expect(style(path, lines(1))).toEqual(['empty-name']);
    },
  );

  it('has no barrels', () => {
    expect(style('src/renderer/ui/index.ts', lines(1))).toEqual(['barrel']);
    expect(style('src/main/features/orders/index.ts', lines(1))).toEqual([]);
  });

  it.each([
    ['raw-colour', 'a { color: #fff; }'],
    ['raw-colour', 'a { background: rgb(1 2 3); }'],
    ['raw-colour', 'a { border: 1px solid white; }'],
    ['physical-property', 'a { margin-left: 1rem; }'],
    ['physical-property', 'a { left: 0; }'],
    ['physical-property', 'a { text-align: right; }'],
    ['physical-property', 'a { border-top-left-radius: 1px; }'],
  ])('has a rule %s for style sheets: %s', (rule, css) => {
    expect(style('src/renderer/ui/a.module.css', css)).toEqual([rule]);
  });

  it('leaves tokens and logical properties alone', () => {
    expect(style('src/renderer/ui/tokens.css', ':root { --ink: #123456; }')).toEqual([]);
    const css =
      '/* white */ a { color: var(--red-ink); margin-inline-start: 1rem; inset-block-start: 0; transition: color 1s; }';
    expect(style('src/renderer/ui/a.module.css', css)).toEqual([]);
  });

  it('keeps the clock out of migrations', () => {
    expect(
      style('migrations/0001_initial.sql', 'create table t (a integer default CURRENT_TIMESTAMP);'),
    ).toEqual(['sql-clock']);
    expect(
      style('migrations/0001_initial.sql', '-- CURRENT_TIMESTAMP is not used\ncreate table t (a integer);'),
    ).toEqual([]);
  });
});
