import './plain-zod.ts';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { windowClient } from './bridge/client.ts';
import { BridgeProvider } from './bridge/client-context.tsx';
import { connectLiveUpdates } from './bridge/live-updates.ts';
import { createQueryClient } from './bridge/query-client.ts';
import { KioskApp } from './kiosk-app.tsx';
import { LastResort } from './last-resort.tsx';
import { prepareDocument } from './ui/prepare-document.ts';

/** The customers' page: its own bundle, in which no screen of staff is. */
prepareDocument();
const root = document.getElementById('root');
if (!root) throw new Error('kiosk.html has no #root');
const client = windowClient();
const queries = createQueryClient(client);
connectLiveUpdates(client, queries);
// Nothing is dropped on this page, and no press opens a menu or another window.
for (const kind of ['dragover', 'drop', 'dragstart', 'contextmenu', 'auxclick'] as const) {
  window.addEventListener(kind, (event) => event.preventDefault(), { capture: true });
}
// A page that comes back after a crash belongs to nobody yet.
await client.ask('kiosk.signOut', {}).catch(() => null);
createRoot(root).render(
  <StrictMode>
    <LastResort>
      <BridgeProvider client={client} queries={queries}>
        <KioskApp />
      </BridgeProvider>
    </LastResort>
  </StrictMode>,
);
