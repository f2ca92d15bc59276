import { debug, quietly } from '../debug.ts';
import { encode } from '../page/codec.ts';
import type { HostMessage, PageInput, PageMessage } from '../page/preload-electron.ts';
import { createEvent } from './event.ts';
import { answerInvoke, deliverSend, type Sender } from './ipc-main.ts';
import { askPermission } from './permissions.ts';
import { SECRET } from './state.ts';
import type { StandinWebContents } from './web-contents.ts';

type Envelope = { readonly href: string; readonly message: PageMessage };

/** What travels between one page's preload and this process. */
export class PageMessages {
  readonly #contents: StandinWebContents;
  #contextId: number | null = null;

  constructor(contents: StandinWebContents) {
    this.#contents = contents;
  }

  /** A document's preload world has begun, or has gone with its document. */
  setContext(contextId: number | null): void {
    this.#contextId = contextId;
    if (contextId !== null && this.#contents.listenerCount('before-input-event') > 0) this.watchInput(true);
  }

  get contextId(): number | null {
    return this.#contextId;
  }

  /** Tells the page whether somebody listens to `before-input-event`. */
  watchInput(on: boolean): void {
    this.#post({ type: 'watch-input', on }, this.#contextId);
  }

  /** `webContents.send`. What cannot be cloned throws here; without a document it is lost, as in Electron. */
  send(channel: string, args: readonly unknown[]): void {
    this.#post({ type: 'message', channel, args: encode(structuredClone(args)) }, this.#contextId);
  }

  /** A message of the preload. `contextId` tells whether its document is still the present one. */
  receive(text: string, contextId: number): void {
    const { href, message } = JSON.parse(text) as Envelope;
    const sender = this.#sender(href, contextId === this.#contextId);
    if (message.type === 'invoke') {
      quietly(
        answerInvoke(sender, message.channel, message.args).then((answer) =>
          this.#post({ type: 'reply', id: message.id, ...answer }, contextId),
        ),
      );
    } else if (message.type === 'permission') {
      quietly(
        askPermission(this.#contents, message.kind, message.permission).then((granted) =>
          this.#post({ type: 'reply', id: message.id, ok: true, value: encode(granted) }, contextId),
        ),
      );
    } else if (message.type === 'send') deliverSend(sender, message.channel, message.args);
    else this.#windowMessage(message);
  }

  /** A question that blocks the page. Null when it is none of ours. */
  answerSync(text: string): string | null {
    const { href, message } = JSON.parse(text) as Envelope;
    if (message.type === 'input') return this.#isInputPrevented(message.input) ? 'prevent' : 'pass';
    if (message.type === 'open') return this.#contents.popups.ask(message);
    if (message.type !== 'send') return null;
    return deliverSend(this.#sender(href, true), message.channel, message.args) ?? encode(undefined);
  }

  #sender(href: string, isPresent: boolean): Sender {
    const frame = this.#contents.topFrame;
    // The message may overtake the browser's own word of the navigation.
    if (isPresent) frame?.navigated(href);
    return { contents: this.#contents, frame: isPresent ? frame : null };
  }

  #windowMessage(message: PageMessage): void {
    const { owner } = this.#contents;
    if (message.type === 'input') this.#isInputPrevented(message.input);
    else if (message.type === 'window') owner?.contentResized(message.width, message.height);
    else if (message.type === 'title') this.#contents.retitled(message.title);
    else if (message.type === 'focus') owner?.pageFocused(message.focused);
    else if (message.type === 'preload-error') {
      console.error('electron stand-in: the preload failed:', message.error);
      this.#contents.emit('preload-error', {}, this.#contents.preload ?? '', new Error(message.error));
    }
  }

  #isInputPrevented(input: PageInput): boolean {
    const modifiers = (['shift', 'control', 'alt', 'meta'] as const).filter((name) => input[name]);
    const event = createEvent({});
    this.#contents.emit('before-input-event', event, { ...input, modifiers });
    return event.defaultPrevented;
  }

  #post(message: HostMessage, contextId: number | null): void {
    const session = this.#contents.attached?.session;
    if (!session || contextId === null) {
      debug('lost', message.type);
      return;
    }
    quietly(
      session.send('Runtime.callFunctionOn', {
        functionDeclaration: 'function (name, text) { globalThis[name](text); }',
        executionContextId: contextId,
        arguments: [{ value: SECRET }, { value: JSON.stringify(message) }],
      }),
    );
  }
}
