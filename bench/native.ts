import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const sources = join(import.meta.dirname, 'native');
const built = join(tmpdir(), 'orderlla-bench', 'native');

/** The limits in C, and the counter of syncs; null where there is no compiler. */
export type Native = {
  /** Runs a command of `native/limits.c`; answers the numbers that it prints. */
  limits(...words: readonly string[]): readonly number[];
  /** To be loaded before a program (LD_PRELOAD); null where that cannot be. */
  readonly countSyncs: string | null;
};

export const noCompiler = 'no C compiler: left out';

let made: Native | null | undefined;

/** Compiles on first use, against the very SQLite that the application runs on; kept between runs. */
export function native(): Native | null {
  made ??= hasCompiler() ? compile() : null;
  return made;
}

function hasCompiler(): boolean {
  return spawnSync('cc', ['--version']).status === 0;
}

function compile(): Native {
  mkdirSync(built, { recursive: true });
  const sqlite = join(dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json')), 'deps');
  const engine = join(built, 'sqlite3.o');
  const amalgamation = join(sqlite, 'sqlite3', 'sqlite3.c');
  if (isOlder(engine, amalgamation)) {
    process.stderr.write('compiling SQLite for the limits in C …\n');
    cc('-O2', '-c', amalgamation, '-o', engine, ...defines(join(sqlite, 'defines.gypi')));
  }
  const limits = join(built, 'limits');
  const source = join(sources, 'limits.c');
  if (isOlder(limits, source) || isOlder(limits, engine))
    cc('-O2', `-I${join(sqlite, 'sqlite3')}`, source, engine, '-o', limits, '-lpthread', '-ldl', '-lm');
  return {
    limits: (...words) => {
      const printed = execFileSync(limits, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
      return printed.trim().split('\n').map(Number);
    },
    countSyncs: process.platform === 'linux' ? counter() : null,
  };
}

function counter(): string {
  const library = join(built, 'count-syncs.so');
  const source = join(sources, 'count-syncs.c');
  if (isOlder(library, source)) cc('-O2', '-shared', '-fPIC', source, '-o', library, '-ldl');
  return library;
}

function cc(...words: readonly string[]): void {
  execFileSync('cc', words, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** As better-sqlite3 builds it, or the limit would be that of another engine. */
function defines(path: string): readonly string[] {
  return [...readFileSync(path, 'utf8').matchAll(/'((?:SQLITE|HAVE)_[^']+)'/g)].map(
    ([, name]) => `-D${name}`,
  );
}

function isOlder(file: string, than: string): boolean {
  return !existsSync(file) || statSync(file).mtimeMs < statSync(than).mtimeMs;
}
