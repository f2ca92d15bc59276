/** Kinds of file that a built window consists of; anything else in its folder is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  json: 'application/json; charset=utf-8',
  wasm: 'application/wasm',
};

export type PageFile = {
  /** Path below the folder, as the listing gave it. */
  readonly file: string;
  readonly contentType: string;
};

const plainName = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.([a-z0-9]+)$/;

/**
 * Which path of `app://shop` is which file: an exact list made once from the built folder. A path is looked
 * up and never taken apart or joined, so that no `..`, encoding or device name leads anywhere. `/` is the page.
 */
export function pageFiles(listing: readonly string[]): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const file of listing) {
    const extension = plainName.exec(file)?.[1];
    const contentType = extension === undefined ? undefined : contentTypes[extension];
    if (contentType !== undefined) files.set(`/${file}`, { file, contentType });
  }
  const page = files.get('/index.html');
  if (page) files.set('/', page);
  return files;
}

/** The picture that an address of `app://img` names, or null: digits and nothing else. */
export function pictureIdOf(pathname: string): number | null {
  const id = /^\/([1-9]\d{0,14})$/.exec(pathname)?.[1];
  return id === undefined ? null : Number(id);
}

/** The document that an address of `app://print` names, or null: the token of one print, as it was made. */
export function printTokenOf(pathname: string): string | null {
  return /^\/([0-9a-f]{32})$/.exec(pathname)?.[1] ?? null;
}
