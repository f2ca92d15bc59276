import { FileDown, Printer } from 'lucide-react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import type { OrderAbilities } from './order-abilities.ts';
import { type Paper, paperKeys, papers } from './order-keys.ts';
import { usePapers } from './use-papers.ts';

type PaperMenuProps = { readonly orderId: number; readonly abilities: OrderAbilities };

/** The papers of an order, to print or to save; those that it has none of are absent. */
export function PaperMenu({ orderId, abilities }: PaperMenuProps) {
  const text = useText();
  const { print, save, isBusy } = usePapers(orderId);
  const offered = papers.filter((paper) => isOffered(paper, abilities));
  const actions = [
    ...offered.map((paper): MenuAction & { readonly keys: string } => ({
      key: `print ${paper}`,
      label: text(`orders.print-${paper}`),
      icon: <Printer />,
      keys: paperKeys[paper].print,
      onAction: () => print(paper),
    })),
    ...offered.map((paper, index): MenuAction & { readonly keys: string } => ({
      key: `save ${paper}`,
      label: text(`orders.save-${paper}`),
      icon: <FileDown />,
      keys: paperKeys[paper].save,
      separated: index === 0,
      onAction: () => save(paper),
    })),
  ];
  useHotkeys(actions.map(({ keys, label, onAction }) => ({ keys, label, run: onAction, enabled: !isBusy })));
  return (
    <Menu
      label={text('orders.papers')}
      trigger={
        <Button icon={<Printer />} pending={isBusy}>
          {text('orders.papers')}
        </Button>
      }
      actions={actions}
    />
  );
}

function isOffered(paper: Paper, { deliver, invoice }: OrderAbilities): boolean {
  if (paper === 'invoice') return invoice;
  return paper === 'receipt' || deliver;
}
