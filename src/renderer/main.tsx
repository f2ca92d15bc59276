import './plain-zod.ts';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { windowClient } from './bridge/client.ts';
import { BridgeProvider } from './bridge/client-context.tsx';
import { connectLiveUpdates } from './bridge/live-updates.ts';
import { createQueryClient } from './bridge/query-client.ts';
import { LastResort } from './last-resort.tsx';
import { prepareDocument } from './ui/prepare-document.ts';

prepareDocument();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const client = windowClient();
const queries = createQueryClient(client);
connectLiveUpdates(client, queries);
createRoot(root).render(
  <StrictMode>
    <LastResort>
      <BridgeProvider client={client} queries={queries}>
        <App />
      </BridgeProvider>
    </LastResort>
  </StrictMode>,
);
