import {
  Boxes,
  ChartNoAxesCombined,
  ClipboardList,
  LayoutDashboard,
  type LucideIcon,
  Package,
  Settings,
  ShoppingBasket,
  Users,
} from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import type { Right } from '../../shared/domain/rights.ts';
import type { AppText } from '../../shared/text/english.ts';

export type ScreenKey =
  | 'sell'
  | 'orders'
  | 'refunds'
  | 'returns'
  | 'products'
  | 'import'
  | 'orderlla-import'
  | 'history-import'
  | 'stock'
  | 'customers'
  | 'dashboard'
  | 'reports'
  | 'settings'
  | 'staff'
  | 'timer'
  | 'audit'
  | 'backups'
  | 'turn-over';

export type Screen = {
  readonly key: ScreenKey;
  /** The first part of its paths: `/orders` and `/orders/1042`. */
  readonly path: `/${ScreenKey}` | '/import/history';
  /** What a person must have to see it; null is for everybody who is signed in. */
  readonly right: Right | null;
  readonly component: ComponentType;
  /** Its place in the rail, from the top; absent for screens that another one leads to. */
  readonly rail?: { readonly icon: LucideIcon; readonly keys: string };
  /** The screen in the rail that it belongs to, where it is not itself there. */
  readonly under?: ScreenKey;
};

/** Each screen's program is read when it is first needed, or before, while nobody is signed in yet. */
const programs = {
  sell: async () => (await import('../features/sell/sell-screen.tsx')).SellScreen,
  orders: async () => (await import('../features/orders/orders-screen.tsx')).OrdersScreen,
  refunds: async () => (await import('../features/refunds/refunds-screen.tsx')).RefundsScreen,
  returns: async () => (await import('../features/returns/returns-screen.tsx')).ReturnsScreen,
  products: async () => (await import('../features/catalog/products-screen.tsx')).ProductsScreen,
  import: async () => (await import('../features/import/import-screen.tsx')).ImportScreen,
  'orderlla-import': async () =>
    (await import('../features/orderlla-import/orderlla-import-screen.tsx')).OrderllaImportScreen,
  'history-import': async () =>
    (await import('../features/history-import/history-import-screen.tsx')).HistoryImportScreen,
  stock: async () => (await import('../features/stock/stock-screen.tsx')).StockScreen,
  customers: async () => (await import('../features/customers/customers-screen.tsx')).CustomersScreen,
  dashboard: async () => (await import('../features/dashboard/dashboard-screen.tsx')).DashboardScreen,
  reports: async () => (await import('../features/reports/report-screen.tsx')).ReportsScreen,
  settings: async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
  staff: async () => (await import('../features/staff/staff-screen.tsx')).StaffScreen,
  timer: async () => (await import('../features/timer/timer-screen.tsx')).TimerScreen,
  audit: async () => (await import('../features/audit/audit-screen.tsx')).AuditScreen,
  backups: async () => (await import('../features/backups/backups-screen.tsx')).BackupsScreen,
  'turn-over': async () => (await import('../features/turn-over/turn-over-screen.tsx')).TurnOverScreen,
} as const satisfies Record<ScreenKey, () => Promise<ComponentType>>;

/** Reads the screens' programs ahead. One that cannot be read says so when it is shown. */
export function readScreensAhead(): void {
  for (const read of Object.values(programs)) read().catch(() => undefined);
}

function screenComponent(key: ScreenKey): ComponentType {
  return lazy(async () => ({ default: await programs[key]() }));
}

/** Every screen, in the rail's order. */
export const screens: readonly Screen[] = [
  {
    key: 'sell',
    path: '/sell',
    right: 'sell',
    component: screenComponent('sell'),
    rail: { icon: ShoppingBasket, keys: 'Mod+1' },
  },
  {
    key: 'orders',
    path: '/orders',
    right: 'see-orders',
    component: screenComponent('orders'),
    rail: { icon: ClipboardList, keys: 'Mod+2' },
  },
  {
    key: 'refunds',
    path: '/refunds',
    right: 'see-orders',
    component: screenComponent('refunds'),
    under: 'orders',
  },
  {
    key: 'returns',
    path: '/returns',
    right: 'refund',
    component: screenComponent('returns'),
    under: 'orders',
  },
  {
    key: 'products',
    path: '/products',
    right: 'see-products',
    component: screenComponent('products'),
    rail: { icon: Package, keys: 'Mod+3' },
  },
  {
    // Before the import of products, under whose path it stands.
    key: 'history-import',
    path: '/import/history',
    right: 'import',
    component: screenComponent('history-import'),
    under: 'orders',
  },
  {
    key: 'import',
    path: '/import',
    right: 'import',
    component: screenComponent('import'),
    under: 'products',
  },
  {
    key: 'orderlla-import',
    path: '/orderlla-import',
    right: 'import',
    component: screenComponent('orderlla-import'),
    under: 'products',
  },
  {
    key: 'stock',
    path: '/stock',
    right: 'see-products',
    component: screenComponent('stock'),
    rail: { icon: Boxes, keys: 'Mod+4' },
  },
  {
    key: 'customers',
    path: '/customers',
    right: 'see-customers',
    component: screenComponent('customers'),
    rail: { icon: Users, keys: 'Mod+5' },
  },
  {
    key: 'dashboard',
    path: '/dashboard',
    right: 'see-reports',
    component: screenComponent('dashboard'),
    rail: { icon: LayoutDashboard, keys: 'Mod+6' },
  },
  {
    key: 'reports',
    path: '/reports',
    right: 'see-reports',
    component: screenComponent('reports'),
    rail: { icon: ChartNoAxesCombined, keys: 'Mod+7' },
  },
  {
    key: 'settings',
    path: '/settings',
    right: null,
    component: screenComponent('settings'),
    rail: { icon: Settings, keys: 'Mod+8' },
  },
  {
    // Everybody has a PIN of their own to change; who may not manage staff sees nothing else of it.
    key: 'staff',
    path: '/staff',
    right: null,
    component: screenComponent('staff'),
    under: 'settings',
  },
  {
    key: 'timer',
    path: '/timer',
    right: 'see-orders',
    component: screenComponent('timer'),
    under: 'settings',
  },
  {
    key: 'audit',
    path: '/audit',
    right: 'see-audit',
    component: screenComponent('audit'),
    under: 'settings',
  },
  {
    key: 'backups',
    path: '/backups',
    right: 'backup',
    component: screenComponent('backups'),
    under: 'settings',
  },
  {
    key: 'turn-over',
    path: '/turn-over',
    right: 'sell',
    component: screenComponent('turn-over'),
    under: 'settings',
  },
];

export function screenName(text: AppText, screen: Screen): string {
  return text(`frame.${screen.key}`);
}

export function maySee(screen: Screen, rights: readonly string[]): boolean {
  return screen.right === null || rights.includes(screen.right);
}

/** Where a person begins: the till for whoever sells, else the first screen they may see. */
export function homeOf(rights: readonly string[]): Screen {
  const found = screens.find((screen) => screen.rail !== undefined && maySee(screen, rights));
  if (found === undefined) throw new Error('There is no screen for everybody');
  return found;
}

/** The screen of a path, null for a path that leads nowhere. */
export function screenOf(path: string): Screen | null {
  return screens.find((screen) => path === screen.path || path.startsWith(`${screen.path}/`)) ?? null;
}
