import { act, type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Caller } from '../../src/main/app/create-app.ts';
import { type Client, createClient } from '../../src/renderer/bridge/client.ts';
import { BridgeProvider } from '../../src/renderer/bridge/client-context.tsx';
import { connectLiveUpdates } from '../../src/renderer/bridge/live-updates.ts';
import { createQueryClient } from '../../src/renderer/bridge/query-client.ts';
import { wordsOf } from '../../src/renderer/frame/use-words.ts';
import { AppProvider } from '../../src/renderer/ui/app-context.tsx';
import { ToastRegion } from '../../src/renderer/ui/toast.tsx';
import { dismissAllToasts } from '../../src/renderer/ui/toast-queue.ts';
import type { BridgeChange, OrderllaBridge } from '../../src/shared/contract/bridge.ts';
import { owner, type TestApp } from './create-test-app.ts';

type Options = {
  /** The window that asks; the owner's where nothing is said. */
  readonly caller?: Caller;
  /** Where the window is: `#/orders/7`. */
  readonly at?: string;
  /** The whole window brings its own words: no AppProvider, no notices around it. */
  readonly whole?: boolean;
  /** Stands between the window and the application: to lose an answer, to slow one down. */
  readonly wrapBridge?: (bridge: OrderllaBridge) => OrderllaBridge;
};

export type RenderedApp = RenderResult & {
  readonly client: Client;
  /** Waits until nothing is asked any more and everything answered is drawn. */
  settle(): Promise<void>;
};

/** The preload's object over a test application: the real door, the real shop file, no Electron. */
export function bridgeTo(test: TestApp, caller: Caller = owner): OrderllaBridge {
  return {
    // What crosses is copied, as between processes.
    invoke: async (name, input, requestId, approvalId) =>
      structuredClone(await test.app.call(caller, name, structuredClone(input), requestId, approvalId)),
    onChange: (listener) =>
      test.app.onChange((change) => {
        if (change.kind === 'changed') listener(change);
        else if (caller.kind === 'window' && change.windowId === caller.windowId) {
          const { requestId, progress } = change;
          listener({ kind: 'progress', requestId, progress } satisfies BridgeChange);
        }
      }),
  };
}

/** Renders a component inside all providers, its bridge backed by a test application. */
export async function renderWithApp(
  ui: ReactNode,
  test: TestApp,
  { caller = owner, at = '', whole = false, wrapBridge = (bridge) => bridge }: Options = {},
): Promise<RenderedApp> {
  dismissAllToasts();
  window.location.hash = at;
  let asking = 0;
  const bridge = wrapBridge(bridgeTo(test, caller));
  const client = createClient({
    ...bridge,
    async invoke(name, input, requestId, approvalId) {
      asking += 1;
      try {
        return await bridge.invoke(name, input, requestId, approvalId);
      } finally {
        asking -= 1;
      }
    },
  });
  const queries = createQueryClient(client);
  const stop = connectLiveUpdates(client, queries);
  // A till that was turned over to customers does not say: its page asks for itself.
  const shop = (await client.ask('setup.state', {}).catch(() => null))?.shop;
  const words = wordsOf('en', {
    locale: shop?.locale ?? 'en-GB',
    currency: shop?.currency ?? 'EUR',
    exponent: shop?.currencyExponent ?? 2,
    timeZone: shop?.timeZone ?? 'UTC',
  });
  // What the frame has always asked before it shows a screen.
  await queries.prefetchQuery({ queryKey: ['setup.state', {}] });
  await queries.prefetchQuery({ queryKey: ['session.current', {}] });
  await queries.prefetchQuery({ queryKey: ['machine.get', {}] });
  const settle = async () => {
    await act(async () => {
      // What was answered is drawn, and may ask again: quiet is when nothing was asked for a while.
      for (let quiet = 0; quiet < 3; ) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        quiet = asking === 0 && queries.isFetching() === 0 ? quiet + 1 : 0;
      }
    });
  };
  const result = render(
    <BridgeProvider client={client} queries={queries}>
      {whole ? (
        ui
      ) : (
        <AppProvider {...words} theme="light">
          {ui}
          <ToastRegion />
        </AppProvider>
      )}
    </BridgeProvider>,
  );
  await settle();
  const unmount = () => {
    stop();
    result.unmount();
    queries.clear();
  };
  return { ...result, unmount, client, settle };
}
