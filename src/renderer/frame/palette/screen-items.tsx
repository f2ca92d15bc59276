import { Boxes, FolderTree, type LucideIcon, MapPin, ScrollText, Settings, Users } from 'lucide-react';
import type { Right } from '../../../shared/domain/rights.ts';
import type { AppText, TextKey } from '../../../shared/text/english.ts';
import { reportOf, reportsInOrder } from '../../features/reports/report-of.ts';
import { settingsParts } from '../../features/settings/settings-parts.tsx';
import { partPlaces, stockParts } from '../../features/stock/stock-parts.ts';
import { navigate } from '../../ui/router.ts';
import { maySee, type ScreenKey, screenName, screens } from '../screens.tsx';
import type { PaletteItem } from './palette-item.ts';

/** A part of a screen that has an address of its own. */
type Part = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly right: Right | null;
  readonly label: TextKey;
  readonly of: ScreenKey;
  readonly icon: LucideIcon;
};

/** The parts of screens that somebody may want to go to at once. */
export const parts: readonly Part[] = [
  {
    ...{ path: '/products/categories', right: 'edit-catalogue', label: 'categories.title', of: 'products' },
    icon: FolderTree,
  },
  ...stockParts.map((part): Part => {
    const { path, right } = partPlaces[part];
    return { path, right, label: `stock.${part}`, of: 'stock', icon: Boxes };
  }),
  ...reportsInOrder.map(
    (report): Part => ({
      ...{ path: `/reports/${report}`, right: 'see-reports', label: `reports.${report}`, of: 'reports' },
      icon: reportOf[report].icon,
    }),
  ),
  ...(['people', 'rights', 'sessions'] as const).map(
    (part): Part => ({
      ...{ path: '/staff', query: { part }, right: 'manage-staff', label: `staff.${part}`, of: 'staff' },
      icon: Users,
    }),
  ),
  ...(['exceptions', 'checks'] as const).map(
    (part): Part => ({
      ...{ path: '/audit', query: { part }, right: 'see-audit', label: `audit.${part}`, of: 'audit' },
      icon: ScrollText,
    }),
  ),
  { path: '/staff', query: { part: 'own' }, right: null, label: 'staff.own', of: 'staff', icon: Users },
];

/** Words that somebody may look for a screen by, where its name is not the only one. */
const otherWords: { readonly [key in ScreenKey]?: TextKey } = {
  sell: 'palette.words-sell',
  refunds: 'palette.words-refunds',
  returns: 'palette.words-returns',
  dashboard: 'palette.words-dashboard',
  settings: 'palette.words-settings',
  reports: 'palette.words-reports',
  staff: 'palette.words-staff',
  timer: 'palette.words-timer',
  import: 'palette.words-import',
  'history-import': 'palette.words-history',
  'turn-over': 'palette.words-turn-over',
  audit: 'palette.words-audit',
  backups: 'palette.words-backups',
};

/** Every screen and part of one that the person may see, and every setting that they may change. */
export function screenItems(rights: readonly string[], text: AppText): readonly PaletteItem[] {
  // None of these texts has a placeholder, which their common type cannot say.
  const say = text as (key: string) => string;
  const may = ({ right }: { readonly right: Right | null }) => right === null || rights.includes(right);
  const ofScreens = screens
    .filter((screen) => maySee(screen, rights))
    .map((screen): PaletteItem => {
      const Icon = screen.rail?.icon ?? MapPin;
      const words = otherWords[screen.key];
      return {
        ...{ key: screen.path, group: 'screens', label: screenName(text, screen), lead: <Icon /> },
        ...{ words: words && say(words), keys: screen.rail?.keys, run: () => navigate(screen.path) },
      };
    });
  const ofParts = parts.filter(may).map(({ path, query, label, of, icon: Icon }): PaletteItem => {
    const name = say(`frame.${of}`);
    return {
      ...{ key: `${path} ${label}`, group: 'screens', label: say(label), detail: [name], words: name },
      ...{ typedOnly: true, lead: <Icon />, run: () => navigate(path, query ? { query } : {}) },
    };
  });
  return [...ofScreens, ...ofParts, ...settingItems(may, text, say)];
}

function settingItems(
  may: (part: { readonly right: Right | null }) => boolean,
  text: AppText,
  say: (key: string) => string,
): readonly PaletteItem[] {
  return settingsParts.filter(may).flatMap(({ key: part, icon: Icon, settings }) => {
    const name = text(`settings.part-${part}`);
    const common = { group: 'settings', lead: <Icon />, typedOnly: true } as const;
    const go = (query: Readonly<Record<string, string>>) => () => navigate('/settings', { query });
    const whole: PaletteItem = {
      ...common,
      ...{ key: `/settings ${part}`, label: name, detail: [text('frame.settings')], lead: <Settings /> },
      ...{ words: text('frame.settings'), run: go({ part }) },
    };
    const single = settings.map(
      (setting): PaletteItem => ({
        ...common,
        ...{ key: `/settings ${part} ${setting}`, label: say(setting), detail: [name] },
        run: go({ part, find: setting }),
      }),
    );
    return [whole, ...single];
  });
}
