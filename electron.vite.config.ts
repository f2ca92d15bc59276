import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;

/**
 * The page is served by the app's own `app:` protocol from the same origin, so the `crossorigin`
 * attribute that Vite writes is of no use; the content policy is relaxed only for the dev server,
 * whose hot reloading needs inline scripts, inline styles and a web socket.
 */
function plainPage(): Plugin {
  return {
    name: 'orderlla-plain-page',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { server }) =>
        server
          ? html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '')
          : html.replaceAll(' crossorigin', ''),
    },
  };
}

/**
 * Three builds. Main: ESM for Electron's Node 24, only `dependencies`, Electron and Node's own modules stay
 * outside. Preload: one CommonJS file, as a sandboxed preload must be. Window: minified, assets as files.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node24',
      outDir: 'out/main',
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          index: join(root, 'src/main/index.ts'),
          reader: join(root, 'src/main/reader/index.ts'),
          keeper: join(root, 'src/main/keeper/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node24',
      outDir: 'out/preload',
      externalizeDeps: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: join(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'src/renderer'),
    base: './',
    plugins: [react(), plainPage()],
    resolve: { alias: [{ find: /^zod$/u, replacement: join(root, 'src/renderer/plain-zod.ts') }] },
    build: {
      target: 'chrome156',
      outDir: join(root, 'out/renderer'),
      minify: true,
      cssMinify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          index: join(root, 'src/renderer/index.html'),
          // The customers' page: a bundle of its own, without a screen of staff.
          kiosk: join(root, 'src/renderer/kiosk.html'),
        },
      },
    },
  },
});
