import type { App } from '../../src/main/app/create-app.ts';
import type { BridgeChange, OrderllaBridge } from '../../src/shared/contract/bridge.ts';

export type AskedCall = {
  readonly name: string;
  readonly input: unknown;
  readonly requestId: string | undefined;
};

export type InProcessBridge = OrderllaBridge & {
  /** Every call so far, in order. */
  readonly asked: AskedCall[];
  /** The next answers get lost on their way back, as when the window's pipe breaks after main did the work. */
  losesAnswers: number;
};

/** The preload's object over a real app in the same process; what crosses is copied, as Electron copies it. */
export function inProcessBridge(app: App, windowId = 1): InProcessBridge {
  const bridge: InProcessBridge = {
    asked: [],
    losesAnswers: 0,
    async invoke(name, input, requestId) {
      bridge.asked.push({ name, input, requestId });
      const reply = await app.call({ kind: 'window', windowId }, name, structuredClone(input), requestId);
      if (bridge.losesAnswers > 0) {
        bridge.losesAnswers -= 1;
        throw new Error('reply was never sent');
      }
      return structuredClone(reply);
    },
    onChange(listener) {
      return app.onChange((change) => {
        if (change.kind === 'progress' && change.windowId !== windowId) return;
        const told: BridgeChange =
          change.kind === 'changed'
            ? change
            : { kind: 'progress', requestId: change.requestId, progress: change.progress };
        listener(structuredClone(told));
      });
    },
  };
  return bridge;
}
