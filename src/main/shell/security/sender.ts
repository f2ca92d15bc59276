import { isOwnAddress, type WindowOrigin } from './addresses.ts';

/** What of a frame counts. `url` is where it is now, not where it was when it sent. */
type Frame = { readonly url: string };

type Sender = {
  /** Null once the frame has navigated away or is gone. */
  readonly senderFrame: Frame | null;
  readonly mainFrame: Frame | null;
};

export type SenderVerdict = 'ok' | 'gone' | 'sub-frame' | 'foreign';

/** Whether a message comes from a window's own page: its main frame, at the window's own address. */
export function checkSender({ senderFrame, mainFrame }: Sender, own: WindowOrigin): SenderVerdict {
  if (!senderFrame) return 'gone';
  if (senderFrame !== mainFrame) return 'sub-frame';
  return isOwnAddress(senderFrame.url, own) ? 'ok' : 'foreign';
}
