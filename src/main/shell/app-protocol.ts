import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from './find-picture.ts';
import { type AppHost, parseAddress } from './security/addresses.ts';
import { picturePolicy, printPolicy, shopPolicy, troublePolicy } from './security/content-policy.ts';
import { type PageFile, pageFiles, pictureIdOf, printTokenOf } from './security/page-files.ts';
import { responseHeaders } from './security/response-headers.ts';

type ProtocolOptions = {
  /** The built window, `out/renderer`. */
  readonly pages: string;
  readonly picture: (id: number) => Picture | null;
  /** A page on its way to paper, by its token. */
  readonly printPage: (token: string) => string | null;
  /** The PNG that goes with such a page. */
  readonly printPicture: (token: string) => Uint8Array | null;
  /** The page that says why the shop cannot be opened. */
  readonly troublePage: () => Promise<string>;
  readonly resource: (path: string) => Uint8Array;
};

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';

/** Answers every request of the `app:` protocol: from the built window, the shop file or main's own pages. */
export function createAppProtocol(options: ProtocolOptions): (request: Request) => Promise<Response> {
  const files = pageFiles(listFiles(options.pages));
  return async (request) => {
    const address = parseAddress(request.url);
    if (!address || request.method !== 'GET') return nothing();
    const { pathname } = address;
    switch (address.host as AppHost) {
      case 'shop':
        return shop(pathname, files, options);
      case 'img':
        return picture(pathname, options);
      case 'print':
        return print(pathname, options);
      default:
        return nothing();
    }
  };
}

async function shop(
  pathname: string,
  files: ReadonlyMap<string, PageFile>,
  { pages, troublePage, resource }: ProtocolOptions,
): Promise<Response> {
  if (pathname === '/trouble.html') return answer(await troublePage(), html, troublePolicy);
  if (pathname === '/trouble.css') return answer(resource('pages/trouble.css'), css, shopPolicy);
  const found = files.get(pathname);
  if (!found) return nothing();
  // Built names carry a hash of what is in them, so that Chromium may keep them, and their compiled code.
  const cache = pathname.startsWith('/assets/') ? 'immutable' : 'no-store';
  return answer(await readFile(join(pages, found.file)), found.contentType, shopPolicy, cache);
}

function picture(pathname: string, options: ProtocolOptions): Response {
  const token = printTokenOf(pathname);
  const printed = token === null ? null : options.printPicture(token);
  if (printed !== null) return answer(printed, 'image/png', picturePolicy);
  const id = pictureIdOf(pathname);
  const found = id === null ? null : options.picture(id);
  return found ? answer(found.bytes, found.mime, picturePolicy, 'immutable') : nothing();
}

function print(pathname: string, { printPage, resource }: ProtocolOptions): Response {
  if (pathname === '/print.css') return answer(resource('pages/print.css'), css, printPolicy);
  const token = printTokenOf(pathname);
  const page = token === null ? null : printPage(token);
  return page === null ? nothing() : answer(page, html, printPolicy);
}

function answer(
  body: string | Uint8Array,
  contentType: string,
  policy: string,
  cacheControl: 'no-store' | 'immutable' = 'no-store',
): Response {
  return new Response(body as string | Uint8Array<ArrayBuffer>, {
    status: 200,
    headers: responseHeaders(contentType, policy, cacheControl),
  });
}

function nothing(): Response {
  const headers = responseHeaders('text/plain; charset=utf-8', picturePolicy, 'no-store');
  return new Response('', { status: 404, headers });
}

/** Files below a folder, with forward slashes. Links are not followed. */
function listFiles(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(folder, path);
    return entry.isFile() ? [path] : [];
  });
}
