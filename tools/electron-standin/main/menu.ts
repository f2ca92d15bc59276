import { EventEmitter } from 'node:events';
import { guardInstances } from '../guard.ts';
import type { PartOf } from '../part-of.ts';
import { StandinBrowserWindow } from './browser-window.ts';
import { createEvent } from './event.ts';
import { quit } from './quit.ts';

type Template = readonly (Electron.MenuItemConstructorOptions | StandinMenuItem)[];

/** What a menu's own roles do, as far as a window without a desktop can. */
const ROLES: Readonly<Record<string, (window: StandinBrowserWindow | null) => void>> = {
  quit: () => quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  reload: (window) => window?.reload(),
  forcereload: (window) => window?.contents.reloadIgnoringCache(),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
  toggledevtools: (window) => window?.contents.openDevTools(),
  resetzoom: (window) => window?.contents.setZoomFactor(1),
  zoomin: (window) => window?.contents.setZoomLevel(window.contents.getZoomLevel() + 0.5),
  zoomout: (window) => window?.contents.setZoomLevel(window.contents.getZoomLevel() - 0.5),
};

let lastCommand = 0;

/** `MenuItem` */
export class StandinMenuItem implements Partial<Omit<Electron.MenuItem, 'role'>> {
  readonly commandId: number;
  readonly id: string;
  readonly type: Electron.MenuItem['type'];
  readonly submenu?: Electron.Menu;
  readonly click: (...args: readonly unknown[]) => void;
  readonly userAccelerator = null;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  acceleratorWorksWhenHidden: boolean;
  registerAccelerator: boolean;
  role?: Exclude<Electron.MenuItemConstructorOptions['role'], undefined>;
  accelerator?: Electron.Accelerator;
  icon?: Electron.NativeImage | string;
  menu: Electron.Menu;

  constructor(options: Electron.MenuItemConstructorOptions) {
    lastCommand += 1;
    this.commandId = lastCommand;
    this.id = options.id ?? '';
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
    this.label = options.label ?? options.role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.acceleratorWorksWhenHidden = options.acceleratorWorksWhenHidden ?? true;
    this.registerAccelerator = options.registerAccelerator ?? true;
    if (options.role !== undefined) this.role = options.role;
    if (options.accelerator !== undefined && options.accelerator !== null)
      this.accelerator = options.accelerator;
    if (options.icon !== undefined && options.icon !== null) this.icon = options.icon;
    if (options.submenu) {
      this.submenu = (options.submenu instanceof StandinMenu
        ? options.submenu
        : StandinMenu.buildFromTemplate(options.submenu as Template)) as unknown as Electron.Menu;
    }
    this.menu = undefined as unknown as Electron.Menu;
    this.click = () => this.#chosen(options);
  }

  #chosen(options: Electron.MenuItemConstructorOptions): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.checked = true;
    const window = StandinBrowserWindow.getFocusedWindow();
    if (options.click) {
      const base = (window ?? undefined) as unknown as Electron.BaseWindow | undefined;
      options.click(
        this as unknown as Electron.MenuItem,
        base,
        createEvent({}) as unknown as Electron.KeyboardEvent,
      );
    } else ROLES[String(options.role ?? '').toLowerCase()]?.(window);
  }
}

let applicationMenu: StandinMenu | null = null;

/** `Menu`: a tree that tests click through; nothing is drawn. */
export class StandinMenu extends EventEmitter implements PartOf<Electron.Menu> {
  readonly list: StandinMenuItem[] = [];

  get items(): Electron.MenuItem[] {
    return this.list as unknown as Electron.MenuItem[];
  }

  append(item: unknown): void {
    this.insert(this.list.length, item);
  }

  insert(position: number, item: unknown): void {
    const added = item as StandinMenuItem;
    added.menu = this as unknown as Electron.Menu;
    this.list.splice(position, 0, added);
  }

  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found) return found;
    }
    return null;
  }

  popup(options: Electron.PopupOptions = {}): void {
    this.emit('menu-will-show', createEvent({}));
    this.emit('menu-will-close', createEvent({}));
    options.callback?.();
  }

  closePopup(): void {
    this.emit('menu-will-close', createEvent({}));
  }

  static buildFromTemplate(template: Template): StandinMenu {
    const menu = new StandinMenu();
    for (const entry of template)
      menu.append(entry instanceof StandinMenuItem ? entry : new StandinMenuItem(entry));
    return menu;
  }

  static setApplicationMenu(menu: StandinMenu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): StandinMenu | null {
    return applicationMenu;
  }
}

guardInstances('Menu', StandinMenu.prototype);
