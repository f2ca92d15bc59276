import {
  ALargeSmall,
  ClipboardCheck,
  Keyboard,
  Lock,
  Moon,
  PackagePlus,
  PackageSearch,
  Sun,
  SunMoon,
  UserPlus,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { MachineSettings } from '../../../shared/contract/machine.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { navigate } from '../../ui/router.ts';
import { toast } from '../../ui/toast-queue.ts';
import { goAndDo } from './go-and-do.ts';
import type { PaletteItem } from './palette-item.ts';

type Everywhere = {
  readonly rights: readonly string[];
  readonly onLock: () => void;
  readonly onShowKeys: () => void;
};

/** What can be done whatever the screen. */
export function useEverywhereItems({ rights, onLock, onShowKeys }: Everywhere): readonly PaletteItem[] {
  const text = useText();
  const change = useMachineChange();
  const machine = useApiQuery('machine.get', {}).data;
  const may = (right: Right) => rights.includes(right);
  return [
    ...createItems(may, text),
    {
      ...{ key: 'do lock', group: 'actions', label: text('frame.lock-till'), keys: 'Mod+L', lead: <Lock /> },
      ...{ words: text('palette.words-lock'), run: onLock },
    },
    ...(machine ? lookItems(machine, change, text) : []),
    {
      ...{ key: 'do keys', group: 'actions', label: text('palette.show-keys'), keys: 'F1' },
      ...{ lead: <Keyboard />, words: text('palette.words-show-keys'), run: onShowKeys },
    },
  ];
}

type Create = {
  readonly right: Right;
  readonly name: 'new-product' | 'new-customer' | 'receive' | 'count-stock';
  readonly lead: ReactNode;
  readonly run: () => void;
};

function createItems(may: (right: Right) => boolean, text: AppText): readonly PaletteItem[] {
  const items: readonly Create[] = [
    {
      ...{ right: 'edit-catalogue', name: 'new-product', lead: <PackagePlus /> },
      run: () => navigate('/products/new'),
    },
    {
      ...{ right: 'edit-customers', name: 'new-customer', lead: <UserPlus /> },
      run: () => goAndDo('/customers', text('customers.new')),
    },
    {
      ...{ right: 'receive-stock', name: 'receive', lead: <PackageSearch /> },
      run: () => navigate('/stock/receive'),
    },
    {
      ...{ right: 'count-stock', name: 'count-stock', lead: <ClipboardCheck /> },
      run: () => goAndDo('/stock/counts', text('stock-take.start-count')),
    },
  ];
  return items
    .filter(({ right }) => may(right))
    .map(({ name, lead, run }) => ({
      ...{ key: `do ${name}`, group: 'actions' as const, label: text(`palette.${name}`), lead, run },
      words: text(`palette.words-${name}`),
    }));
}

const themes = { light: Sun, dark: Moon, system: SunMoon } as const;
const sizes = ['normal', 'large', 'larger', 'largest'] as const;

type Change = (settings: Partial<MachineSettings>) => void;

/** Every look but the one there is. */
function lookItems(
  { theme, textSize }: Pick<MachineSettings, 'theme' | 'textSize'>,
  change: Change,
  text: AppText,
): readonly PaletteItem[] {
  const ofThemes = (['light', 'dark', 'system'] as const)
    .filter((one) => one !== theme)
    .map((one): PaletteItem => {
      const Icon = themes[one];
      return {
        ...{ key: `do theme ${one}`, group: 'actions', label: text(`palette.theme-${one}`), lead: <Icon /> },
        ...{ words: text('palette.words-theme'), run: () => change({ theme: one }) },
      };
    });
  const ofSizes = sizes
    .filter((one) => one !== textSize)
    .map(
      (one): PaletteItem => ({
        ...{ key: `do text ${one}`, group: 'actions', label: text(`palette.text-${one}`) },
        ...{ lead: <ALargeSmall />, typedOnly: true, words: text('palette.words-text') },
        run: () => change({ textSize: one }),
      }),
    );
  return [...ofThemes, ...ofSizes];
}

function useMachineChange(): Change {
  const { mutate } = useCommand('machine.setLook');
  const errorText = useErrorText();
  return (settings) =>
    mutate(settings, { onError: (error) => void toast(errorText(error), { tone: 'danger' }) });
}
