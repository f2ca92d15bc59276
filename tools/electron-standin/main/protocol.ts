import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mapScheme, schemeOf } from '../browser/scheme-map.ts';
import { guarded } from '../guard.ts';
import { app } from './app.ts';

type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();

/** Electron's own words for the schemes of the browser. */
const RESERVED = new Set(['http', 'https', 'file', 'data', 'blob', 'about', 'devtools']);

/** What the application serves itself, by scheme. */
export function handlerOfScheme(scheme: string): SchemeHandler | undefined {
  return handlers.get(scheme);
}

/** `protocol` */
export const protocol = guarded('protocol', {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) mapScheme(scheme);
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!app.isReady()) throw new Error('protocol.handle can only be called after app is ready');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (RESERVED.has(scheme))
      throw new Error(`electron stand-in: the scheme ${scheme} cannot be handled here`);
    mapScheme(scheme);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme) || RESERVED.has(scheme);
  },
} satisfies Partial<Electron.Protocol>);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
};

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  try {
    const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': type } });
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  }
}

async function fetchAnything(
  input: string | Request,
  init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
): Promise<Response> {
  const request = new Request(input, init);
  const scheme = schemeOf(request.url);
  const handler = init?.bypassCustomProtocolHandlers ? undefined : handlers.get(scheme);
  if (handler) return handler(request);
  return scheme === 'file' ? fetchFile(request.url) : fetch(request);
}

/** `net`: the application's own schemes, files, and Node's fetch for the rest. */
export const net = guarded('net', {
  fetch: fetchAnything as Electron.Net['fetch'],
  isOnline: () => true,
  online: true,
} satisfies Partial<Electron.Net>);
