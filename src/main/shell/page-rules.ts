import type { App, WebContents } from 'electron';
import type { Log } from '../app/context.ts';
import type { WindowOrigin } from './security/addresses.ts';
import { mayNavigate, windowOpenAnswer } from './security/navigation.ts';

type PageRules = {
  readonly app: Pick<App, 'on' | 'isPackaged'>;
  readonly own: WindowOrigin;
  readonly log: Log;
  /** Takes the links of the page of trouble, which are its buttons; true when the link was one of them. */
  readonly troubleLink: (contents: WebContents, address: string) => boolean;
};

/** Rules for every page of the application, printed ones included: stay where you are, open nothing. */
export function watchPages({ app, own, log, troubleLink }: PageRules): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      log.error('A page wanted to open a window', { url });
      return windowOpenAnswer;
    });
    const stay = (event: { preventDefault(): void }, address: string): void => {
      if (mayNavigate(contents.getURL(), address, own)) return;
      event.preventDefault();
      // Without what follows the question mark: a passphrase may have been typed.
      const [url] = address.split('?');
      if (!troubleLink(contents, address)) log.error('A page wanted to go elsewhere', { url });
    };
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) stay(event, event.url);
    });
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('devtools-opened', () => {
      if (app.isPackaged) contents.closeDevTools();
    });
  });
}
