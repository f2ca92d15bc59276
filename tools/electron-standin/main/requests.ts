import type { Chromium } from '../browser/chromium.ts';
import type { Session } from '../browser/pipe.ts';
import { schemeOf, toAppUrl, toBrowserPolicy, toBrowserUrl } from '../browser/scheme-map.ts';
import { debug, quietly } from '../debug.ts';
import { handlerOfScheme } from './protocol.ts';
import { contentsOfFrame, SECRET } from './state.ts';
import type { StandinWebContents } from './web-contents.ts';
import { askBeforeRequest } from './web-request.ts';

/** Where a preload may ask this process and wait: never reaches the application. */
export const SYNC_PATH = `/.standin/${SECRET}`;

/** A request of Chromium, held until it is answered. */
type Paused = {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
};

/** How long a frame may take to be known after its document was asked for. */
const FRAME_DELAY_MS = 250;

const BODILESS = new Set(['GET', 'HEAD']);

function bodyOf(request: Paused['request']): Buffer | null {
  if (request.postDataEntries?.length) {
    return Buffer.concat(request.postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
  }
  return request.postData === undefined ? null : Buffer.from(request.postData);
}

function headersForBrowser(response: Response): { name: string; value: string }[] {
  return [...response.headers].map(([name, value]) => ({
    name,
    value: /^content-security-policy/i.test(name)
      ? toBrowserPolicy(value)
      : name === 'location'
        ? toBrowserUrl(value)
        : value,
  }));
}

const META_POLICY =
  /(<meta[^>]*http-equiv=["']?content-security-policy["']?[^>]*content=)("[^"]*"|'[^']*')/gi;

async function bodyForBrowser(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) return bytes.toString('base64');
  const html = bytes.toString().replace(META_POLICY, (_all, before: string, quoted: string) => {
    const quote = quoted.slice(0, 1);
    return `${before}${quote}${toBrowserPolicy(quoted.slice(1, -1))}${quote}`;
  });
  return Buffer.from(html).toString('base64');
}

/** The page of a request. A document may ask a moment before its frame is known. */
async function ownerOf(paused: Paused): Promise<StandinWebContents | null> {
  const contents = contentsOfFrame(paused.frameId);
  if (contents || paused.resourceType !== 'Document') return contents;
  await new Promise((resolve) => setTimeout(resolve, FRAME_DELAY_MS));
  return contentsOfFrame(paused.frameId);
}

class RequestServer {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async answer(paused: Paused): Promise<void> {
    const contents = await ownerOf(paused);
    const { pathname } = new URL(paused.request.url);
    if (pathname === SYNC_PATH) return this.#answerSync(paused, contents);
    const url = toAppUrl(paused.request.url);
    const scheme = schemeOf(url);
    if (paused.resourceType === 'Document' && !contents) {
      // A window that was refused, on its last steps.
      await this.#fail(paused, 'Aborted');
      return;
    }
    // Chromium itself asks for this one; Electron does not.
    if (pathname === '/favicon.ico' && handlerOfScheme(scheme))
      return this.#fulfill(paused, new Response(null, { status: 404 }));
    if (await this.#isRefused(paused, url, contents)) return;
    const handler = handlerOfScheme(scheme);
    if (handler) return this.#serve(paused, url, handler);
    await this.#session.send('Fetch.continueRequest', { requestId: paused.requestId });
  }

  /** Navigation rules first, then the session's question, in Electron's order. */
  async #isRefused(paused: Paused, url: string, contents: StandinWebContents | null): Promise<boolean> {
    const isMainFrame = contents?.targetId === paused.frameId;
    if (paused.resourceType === 'Document' && contents) {
      const allowed = await contents.navigation.mayNavigate(
        paused.frameId,
        url,
        paused.redirectedRequestId !== undefined,
      );
      if (!allowed) return this.#fail(paused, 'Aborted');
    }
    const { requestId, request, resourceType } = paused;
    const answer = await askBeforeRequest({
      id: requestId,
      url,
      method: request.method,
      type: resourceType,
      referrer: request.headers.Referer ?? '',
      body: bodyOf(request),
      contents,
      isMainFrame,
    });
    if (answer.cancel) return this.#fail(paused, 'BlockedByClient');
    if (!answer.redirectURL) return false;
    await this.#fulfill(
      paused,
      new Response(null, { status: 307, headers: { location: answer.redirectURL } }),
    );
    return true;
  }

  async #serve(
    paused: Paused,
    url: string,
    handler: (request: Request) => Response | Promise<Response>,
  ): Promise<void> {
    const { method, headers } = paused.request;
    try {
      const body = BODILESS.has(method) ? null : bodyOf(paused.request);
      const response = await handler(
        new Request(url, { method, headers, body: body === null ? null : new Uint8Array(body) }),
      );
      if (response.type === 'error') await this.#fail(paused, 'Failed');
      else await this.#fulfill(paused, response);
    } catch (error) {
      console.error(`Error occurred in protocol handler for '${url}':`, error);
      await this.#fail(paused, 'Failed');
    }
  }

  async #answerSync(paused: Paused, contents: StandinWebContents | null): Promise<void> {
    const text = contents?.messages.answerSync(bodyOf(paused.request)?.toString() ?? '') ?? null;
    await this.#fulfill(paused, new Response(text, { status: text === null ? 404 : 200 }));
  }

  async #fulfill(paused: Paused, response: Response): Promise<void> {
    await this.#session.send('Fetch.fulfillRequest', {
      requestId: paused.requestId,
      responseCode: response.status,
      responseHeaders: headersForBrowser(response),
      body: await bodyForBrowser(response),
    });
  }

  async #fail(paused: Paused, errorReason: 'Aborted' | 'BlockedByClient' | 'Failed'): Promise<true> {
    await this.#session.send('Fetch.failRequest', { requestId: paused.requestId, errorReason });
    return true;
  }
}

/** Answers every request of every page: what the application serves, refuses, or lets pass. */
export function serveRequests(browser: Chromium): void {
  const server = new RequestServer(browser.session);
  browser.session.on('Fetch.requestPaused', (paused) => {
    debug('request', paused.request.method, paused.request.url);
    server.answer(paused as unknown as Paused).catch((error: unknown) => {
      debug('request', paused.request.url, error);
      quietly(
        browser.session.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' }),
      );
    });
  });
}
