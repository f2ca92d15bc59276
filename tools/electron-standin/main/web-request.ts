import { toAppUrl } from '../browser/scheme-map.ts';
import { guarded } from '../guard.ts';
import type { StandinWebContents } from './web-contents.ts';

/** What the browser says of a request, before anything leaves. */
export type RequestFacts = {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly referrer: string;
  readonly body: Buffer | null;
  readonly contents: StandinWebContents | null;
  readonly isMainFrame: boolean;
};

type Listener = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (answer: Electron.CallbackResponse) => void,
) => void;

const RESOURCE_TYPES: Readonly<Record<string, Electron.OnBeforeRequestListenerDetails['resourceType']>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
};

let listener: Listener | null = null;
let patterns: readonly RegExp[] | null = null;

/** A match pattern of Electron's filters (`<all_urls>`, `https://*.example/*`) as an expression. */
export function patternToExpression(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const text = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/^\*:/, '[a-z]+:')
    .replace(/\*/g, '.*');
  return new RegExp(`^${text}$`);
}

function setListener(first: Electron.WebRequestFilter | Listener | null, second?: Listener | null): void {
  const filtered = typeof first === 'object' && first !== null;
  listener = filtered ? (second ?? null) : first;
  patterns = filtered ? first.urls.map(patternToExpression) : null;
}

/** `session.webRequest`: only the first question, which can refuse or send elsewhere. */
export const webRequest = guarded('webRequest', {
  onBeforeRequest: setListener as Electron.WebRequest['onBeforeRequest'],
} satisfies Partial<Electron.WebRequest>);

let lastId = 0;

/** Asks the application about a request. Without a listener everything passes. */
export function askBeforeRequest(facts: RequestFacts): Promise<Electron.CallbackResponse> {
  const ask = listener;
  if (!ask || (patterns && !patterns.some((pattern) => pattern.test(facts.url)))) return Promise.resolve({});
  lastId += 1;
  const frame = facts.contents?.mainFrame ?? null;
  const details = {
    id: lastId,
    url: facts.url,
    method: facts.method,
    resourceType:
      facts.type === 'Document'
        ? facts.isMainFrame
          ? 'mainFrame'
          : 'subFrame'
        : (RESOURCE_TYPES[facts.type] ?? 'other'),
    referrer: toAppUrl(facts.referrer),
    timestamp: performance.timeOrigin + performance.now(),
    uploadData: facts.body ? [{ bytes: facts.body, file: '', blobUUID: '' }] : [],
    ...(facts.contents ? { webContentsId: facts.contents.id, webContents: facts.contents } : {}),
    frame,
  };
  return new Promise((resolve) =>
    ask(details as unknown as Electron.OnBeforeRequestListenerDetails, resolve),
  );
}
