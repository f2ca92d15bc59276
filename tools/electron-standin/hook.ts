import { registerHooks } from 'node:module';

const NAMES = new Set(['electron', 'electron/main', 'electron/common']);
const inUtilityProcess = process.env.STANDIN_UTILITY === '1';
const target = new URL(inUtilityProcess ? './utility-electron.ts' : './electron.ts', import.meta.url).href;

/** Makes `import … from 'electron'` and `require('electron')` find the stand-in in this process. */
registerHooks({
  resolve(specifier, context, next) {
    return NAMES.has(specifier) ? { url: target, shortCircuit: true } : next(specifier, context);
  },
});
