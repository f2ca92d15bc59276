import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { createMachineStore, type MachineStore } from './machine-store.ts';

/** This computer's own settings, in `machine.json` of the application's folder. */
export function openMachineStore(folder: string): MachineStore {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name: 'machine',
    // A file cut short by a power cut starts afresh instead of keeping the till shut.
    clearInvalidConfig: true,
  });
  // electron-store answers windows on a channel of its own; ours have one channel, and it is not that.
  ipcMain.removeAllListeners('electron-store-get-data');
  return createMachineStore({
    get: (key) => store.get(key),
    set: (key, value) => store.set(key, value),
  });
}
