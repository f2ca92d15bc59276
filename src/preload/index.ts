import { contextBridge, ipcRenderer } from 'electron';
import type { BridgeChange, OrderllaBridge } from '../shared/contract/bridge.ts';

/**
 * The only thing the window gets: one question, one listener. Never `ipcRenderer` and never an event object,
 * which would hand the window every channel and the sender. The channel names are those of `main/shell/ipc.ts`.
 */
const bridge: OrderllaBridge = {
  invoke: (name, input, requestId, approvalId) =>
    ipcRenderer.invoke('orderlla:call', { name, input, requestId, approvalId }),
  onChange(listener) {
    const heard = (_event: unknown, change: BridgeChange): void => listener(change);
    ipcRenderer.on('orderlla:change', heard);
    return () => void ipcRenderer.removeListener('orderlla:change', heard);
  },
};

contextBridge.exposeInMainWorld('orderlla', bridge);
