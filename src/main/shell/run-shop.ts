import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  shell as electronShell,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  utilityProcess,
  type WebContents,
} from 'electron';
import type { Log } from '../app/context.ts';
import type { Desktop } from '../app/desktop.ts';
import { readMigrations } from '../database/migrate.ts';
import type { Keeper } from '../keeper/jobs.ts';
import { answerTrouble } from './answer-trouble.ts';
import { createAppProtocol } from './app-protocol.ts';
import { askBackupFile, askFolder, askSecondPlace, askShopFile } from './ask-place.ts';
import type { BackupDesk } from './backups/backup-desk.ts';
import { createBackups } from './backups/create-backups.ts';
import { createCondition } from './condition/create-condition.ts';
import { createDesktop } from './create-desktop.ts';
import { findPicture } from './find-picture.ts';
import { listenToWindows, tellWindows } from './ipc.ts';
import { createKeeperProcess } from './keeper-process.ts';
import { createKioskMemory, type KioskMemory } from './kiosk-memory.ts';
import { holdKioskWindow } from './kiosk-window.ts';
import { createLooks } from './looks/create-looks.ts';
import type { MachineStore } from './machine-store.ts';
import { openMachineStore } from './open-machine-store.ts';
import { watchPages } from './page-rules.ts';
import { watchPower } from './power.ts';
import { createPrintDocuments, type PrintDocuments } from './print-documents.ts';
import { createPrinter } from './printer.ts';
import { closeTogether, comeToFront } from './quit.ts';
import { createReaderProcess } from './reader-process.ts';
import { breakPage } from './recovery/break-page.ts';
import { Recovery } from './recovery/create-recovery.ts';
import { createRestore } from './restore/create-restore.ts';
import { createRunningShop, type RunningShop } from './running-shop.ts';
import {
  appScheme,
  devServerOrigin,
  kioskPage,
  shopOrigin,
  shopPage,
  type WindowOrigin,
} from './security/addresses.ts';
import { closeSession } from './session-rules.ts';
import { createShopPlaces } from './shop-places.ts';
import { loadPage, openShopWindow } from './shop-window.ts';
import { switchShopFile } from './switch-shop-file.ts';
import { troubleActionOf, troubleAddress } from './trouble.ts';
import { watchDisk } from './watch-disk.ts';

type Start = { readonly folder: string; readonly log: Log; readonly clock: () => number };

/** What the shell consists of; the window comes last and may be gone again. */
type Shell = Start & {
  /** Where out/, migrations/ and resources/ are: the repository, or the package's archive. */
  readonly root: string;
  readonly devServer: WindowOrigin | null;
  readonly machine: MachineStore;
  readonly documents: PrintDocuments;
  readonly shop: RunningShop;
  readonly recovery: Recovery;
  readonly kiosk: KioskMemory;
  /** Ends what a restore began before the computer stopped. */
  readonly settle: () => Promise<void>;
  window: BrowserWindow | null;
  /** Shows the page of whoever the till belongs to now. */
  turnOver: () => void;
};

/** The shop and its window, from Electron's readiness to the end. */
export async function runShop(start: Start): Promise<void> {
  const shell = createShell(start);
  const { shop, machine, devServer, log } = shell;
  watchPages({
    app,
    own: devServer ?? shopOrigin,
    log,
    troubleLink: (...link) => followTroubleLink(shell, ...link),
  });
  closeTogether(shop, log);
  app.on('second-instance', () => comeToFront(shell.window));

  await app.whenReady();
  nativeTheme.themeSource = machine.settings().theme;
  closeSession(session.defaultSession, devServer, log);
  serve(shell);
  await shell.settle();
  await shop.open();
  showShop(shell);
}

function createShell({ folder, log, clock }: Start): Shell {
  const root = app.getAppPath();
  const machine = openMachineStore(folder);
  const documents = createPrintDocuments();
  const keeper = createKeeperProcess({ fork: () => forkKeeper(root), log });
  const backups = createShopBackups({ folder, log, clock }, { root, machine, keeper }, () => shell);
  const restore = createRestore({
    ...{ folder, clock, log, backups, keeper, machine, migrationsFolder: join(root, 'migrations') },
    protector: safeStorage,
    shop: () => shell.shop,
    askFile: () => askBackupFile(shell.window),
    show: () => showShop(shell),
  });
  const disk = watchDisk({ folder, machine, log }, () => shell);
  const condition = createCondition({ folder, root, machine, keeper, backups, clock, log }, () => shell);
  const desktop = createDesktop({
    ...{ backups, disk, condition, restore },
    looks: createLooks({
      ...{ folder, keeper, backups, log, migrationsFolder: join(root, 'migrations') },
      protector: safeStorage,
      chosen: restore.lookAt,
      shop: () => shell.shop,
    }),
    machine,
    printer: createPrinter(documents),
    window: () => shell.window,
    shopFile: createPlaces(() => shell),
  });
  const kiosk = createKioskMemory(machine);
  const shop = createRunningShop({
    ...{ folder, root, machine, desktop, clock, log, backups, condition, disk, keeper, kiosk },
    onWaiting: () => showShop(shell),
    protector: safeStorage,
    reader: (path) => createReaderProcess({ fork: () => forkReader(root, path), log }),
    isStrict: !app.isPackaged,
    onChange(change) {
      tellWindows(change, shell.window ? [shell.window.webContents] : []);
      if (change.kind === 'changed' && change.topics.includes('kiosk')) shell.turnOver();
    },
  });
  const recovery = new Recovery({
    ...{ folder, machine, keeper, clock, log, migrationsFolder: join(root, 'migrations') },
    ...{ protector: safeStorage, version: app.getVersion() },
    ...{ shop: () => shell.shop, openItems: () => condition.openItems() },
    askFile: () => askBackupFile(shell.window),
    reserve: {
      isThere: async () => (await disk.state()).hasReserve,
      giveUp: () => disk.giveUpReserve(),
    },
    show: () => showShop(shell),
  });
  const devServer = app.isPackaged ? null : devServerOrigin(process.env.ELECTRON_RENDERER_URL);
  const shell: Shell = {
    ...{ folder, log, clock, root, devServer, machine, documents, shop, recovery, kiosk },
    settle: restore.settle,
    window: null,
    turnOver: () => {},
  };
  return shell;
}

/** Where backups are made and kept, and what they need of the shop that is open. */
function createShopBackups(
  start: Start,
  tools: { readonly root: string; readonly machine: MachineStore; readonly keeper: Keeper },
  shell: () => Shell,
): BackupDesk {
  return createBackups({
    ...start,
    ...{ ...tools, version: app.getVersion(), protector: safeStorage },
    shop: () => shell().shop,
    askFolder: () => askSecondPlace(shell().window),
    show: (folder) => void electronShell.openPath(folder),
    onChange() {
      const { window } = shell();
      if (window) tellWindows({ kind: 'changed', topics: ['backups'] }, [window.webContents]);
    },
  });
}

/** The keeper process hears with its job which files it is about. */
function forkKeeper(root: string): Electron.UtilityProcess {
  return utilityProcess.fork(join(root, 'out/main/keeper.js'), [], { serviceName: 'Orderlla keeper' });
}

/** The helper process gets the path of the shop file and nothing of this process's environment but what it needs. */
function forkReader(root: string, path: string): Electron.UtilityProcess {
  return utilityProcess.fork(join(root, 'out/main/reader.js'), [path], { serviceName: 'Orderlla reader' });
}

/** Where the shop file lies, and what the window may do about it. */
function createPlaces(shell: () => Shell): Desktop['shopFile'] {
  return createShopPlaces({
    path: () => shell().shop.path(),
    machine: () => shell().machine,
    migrations: () => readMigrations(join(shell().root, 'migrations')),
    auditKey: () => shell().shop.auditKey(),
    askFolder: () => askFolder(shell().window, shell().shop.path()),
    askFile: () => askShopFile(shell().window, shell().shop.path()),
    show: (path) => electronShell.showItemInFolder(path),
    begin(kind, to) {
      const { shop, machine, clock, log } = shell();
      const show = (): void => shell().turnOver();
      // The call that asked for it is answered first.
      setTimeout(() => void switchShopFile({ kind, to, shop, machine, clock, log, show }), 100);
    },
  });
}

/** Answers what the window asks for: its files and pictures, and its calls. */
function serve(shell: Shell): void {
  const { root, documents, shop, devServer, log } = shell;
  const answer = createAppProtocol({
    pages: join(root, 'out/renderer'),
    picture(id) {
      const file = shop.file();
      return file ? findPicture(file.read, id) : null;
    },
    printPage: documents.get,
    printPicture: documents.picture,
    troublePage: async () => (shell.kiosk.isForCustomers() ? breakPage() : shell.recovery.html()),
    resource: (path) => readFileSync(join(root, 'resources', path)),
  });
  protocol.handle(appScheme, answer);
  const isShopWindow = (contents: WebContents): boolean => contents === shell.window?.webContents;
  listenToWindows({ ipcMain, own: devServer ?? shopOrigin, app: shop.app, isShopWindow, log });
}

/** Shows what there is to show now: in a window of its own where there is none yet. */
function showShop(shell: Shell): void {
  if (shell.window && !shell.window.isDestroyed()) shell.turnOver();
  else openWindow(shell);
}

function openWindow(shell: Shell): void {
  const { root, shop, machine, clock, log } = shell;
  const window = openShopWindow({
    isPackaged: app.isPackaged,
    preload: join(root, 'out/preload/index.cjs'),
    page: () => pageOf(shell),
    ...{ machine, clock, log },
  });
  shell.window = window;
  const load = (): void => loadPage(window, pageOf(shell), log);
  const own = { isOn: () => isKiosk(shell), page: () => pageOf(shell), load };
  const hold = holdKioskWindow({ app, window, ...own, log });
  shell.turnOver = () => {
    hold();
    load();
  };
  const windowId = window.webContents.id;
  window.on('closed', () => {
    shell.window = null;
    shell.turnOver = () => {};
    shop.app()?.forgetWindow(windowId);
  });
  // Windows is being shut down and waits for nobody.
  window.on('session-end', () => shop.file()?.checkpoint());
  watchPower({
    powerMonitor,
    log,
    quit: () => app.quit(),
    checkpoint: () => shop.file()?.checkpoint(),
    wake: () => shop.wake(),
    lock(why) {
      log.info('The till is locked', { why });
      const call = isKiosk(shell) ? 'kiosk.signOut' : 'session.lock';
      void shop.app()?.call({ kind: 'window', windowId }, call, {});
    },
  });
}

/** What the window shows: the shop, or why it cannot be opened. */
function pageOf(shell: Shell): string {
  const { shop, devServer } = shell;
  const trouble = shop.trouble();
  if (trouble !== null) return troubleAddress(trouble);
  const own = isKiosk(shell) ? kioskPage : shopPage;
  return devServer ? own.replace('app://shop', `${devServer.protocol}//${devServer.host}`) : own;
}

/** Whether the till belongs to customers, also while its shop cannot be opened. */
function isKiosk({ shop, kiosk }: Pick<Shell, 'shop' | 'kiosk'>): boolean {
  return shop.app()?.isKiosk() ?? kiosk.isForCustomers();
}

/** The links of the page of trouble are its buttons. True when the link was one of them. */
function followTroubleLink(shell: Shell, contents: WebContents, address: string): boolean {
  const { shop, recovery, kiosk, machine, window, log } = shell;
  const link = troubleActionOf(address);
  if (link === null || !window || contents !== window.webContents || shop.trouble() === null) return false;
  const show = (): void => shell.turnOver();
  answerTrouble({ link, recovery, kiosk, window, shop, machine, show }).catch((error: unknown) => {
    log.error('What was chosen could not be done', { action: link.action, name: link.name, error });
  });
  return true;
}
