import { absent, guarded } from './guard.ts';
import { app } from './main/app.ts';
import { StandinBrowserWindow } from './main/browser-window.ts';
import {
  clipboard,
  crashReporter,
  globalShortcut,
  powerMonitor,
  powerSaveBlocker,
  StandinNotification,
  shell,
} from './main/desktop.ts';
import { dialog } from './main/dialog.ts';
import { ipcMain } from './main/ipc-main.ts';
import { StandinMenu, StandinMenuItem } from './main/menu.ts';
import { nativeImage } from './main/native-image.ts';
import { nativeTheme } from './main/native-theme.ts';
import { net, protocol } from './main/protocol.ts';
import { safeStorage } from './main/safe-storage.ts';
import { screen } from './main/screen.ts';
import { session } from './main/session.ts';
import { utilityProcess } from './main/utility-process.ts';
import { StandinWebContents } from './main/web-contents.ts';

/** The page's half of Electron, importable in the main process but of no use there. */
const autoUpdater = absent('autoUpdater');
const BaseWindow = absent('BaseWindow');
const BrowserView = absent('BrowserView');
const ClipboardItem = absent('ClipboardItem');
const contextBridge = absent('contextBridge (in the main process)');
const contentTracing = absent('contentTracing');
const desktopCapturer = absent('desktopCapturer');
const inAppPurchase = absent('inAppPurchase');
const ipcRenderer = absent('ipcRenderer (in the main process)');
const MessageChannelMain = absent('MessageChannelMain');
const pushNotifications = absent('pushNotifications');
const ShareMenu = absent('ShareMenu');
const systemPreferences = absent('systemPreferences');
const TouchBar = absent('TouchBar');
const Tray = absent('Tray');
const View = absent('View');
const webFrameMain = absent('webFrameMain');
const WebContentsView = absent('WebContentsView');

const present = {
  app,
  BrowserWindow: StandinBrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  globalShortcut,
  ipcMain,
  Menu: StandinMenu,
  MenuItem: StandinMenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification: StandinNotification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents: StandinWebContents,
} satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>;

/** The `electron` module of the main process. */
const electron = guarded('electron', {
  ...present,
  autoUpdater,
  BaseWindow,
  BrowserView,
  ClipboardItem,
  contentTracing,
  contextBridge,
  desktopCapturer,
  inAppPurchase,
  ipcRenderer,
  MessageChannelMain,
  pushNotifications,
  ShareMenu,
  systemPreferences,
  TouchBar,
  Tray,
  View,
  webFrameMain,
  WebContentsView,
});

export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  ClipboardItem,
  clipboard,
  contentTracing,
  contextBridge,
  crashReporter,
  desktopCapturer,
  dialog,
  // biome-ignore lint/style/noDefaultExport: Electron's module has one, and packages import it.
  electron as default,
  electron as 'module.exports',
  globalShortcut,
  inAppPurchase,
  ipcMain,
  ipcRenderer,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  ShareMenu,
  StandinBrowserWindow as BrowserWindow,
  StandinMenu as Menu,
  StandinMenuItem as MenuItem,
  StandinNotification as Notification,
  StandinWebContents as webContents,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  WebContentsView,
  webFrameMain,
};
