import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { APP_START_PAGE } from '../browser/start-page.ts';
import { bridgeFunctions } from './bridge.ts';
import { codecFunctions } from './codec.ts';
import { mainWorldFunctions } from './main-world.ts';
import { preloadElectronFunctions } from './preload-electron.ts';
import { type PreloadWorldOptions, preloadWorldFunctions } from './preload-world.ts';

/** Chromium's name for the preload's world; the same as Electron's. */
export const PRELOAD_WORLD = 'Electron Isolated Context';

/** Only pages with a preload of their own: the top frame of a document that was really loaded. */
const START_PAGES = JSON.stringify(['about:blank', APP_START_PAGE]);
const SKIP = `if (window !== window.top || ${START_PAGES}.includes(location.href)) return;`;

function text(functions: readonly ((...words: never[]) => unknown)[]): string {
  return functions.map(String).join('\n');
}

/** The script for the page's own world. */
export function mainWorldSource(secret: string): string {
  return `(() => { ${SKIP}
${text([...bridgeFunctions, ...mainWorldFunctions])}
startMainWorld(${JSON.stringify(secret)});
})();`;
}

function preloadCall(path: string): string {
  const code = readFileSync(path, 'utf8');
  const parameters =
    'exports, require, module, process, global, setImmediate, clearImmediate, __filename, __dirname';
  const body = `(function (${parameters}) {${code}\n})`;
  // Parsed here first, so that a preload that is no script is named instead of silently missing.
  new Script(body, { filename: path });
  const names = `${JSON.stringify(path)}, ${JSON.stringify(dirname(path))}`;
  return `const module = { exports: {} };
  const later = (run, ...args) => setTimeout(run, 0, ...args);
  try { ${body}(module.exports, scope.require, module, scope.process, globalThis, later, clearTimeout, ${names}); }
  catch (error) { scope.fail(error); }`;
}

/** The script for the preload's world, with the preload in it. A preload that cannot be read or parsed throws. */
export function preloadWorldSource(options: PreloadWorldOptions, preload: string | null): string {
  const all = [...codecFunctions, ...bridgeFunctions, ...preloadElectronFunctions, ...preloadWorldFunctions];
  return `(() => { ${SKIP}
${text(all)}
const scope = startPreloadWorld(${JSON.stringify(options)});
${preload === null ? '' : preloadCall(preload)}
})();`;
}
