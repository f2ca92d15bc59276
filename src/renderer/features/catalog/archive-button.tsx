import { Archive, ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button, type ButtonSize } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';

type Archivable = {
  readonly id: number;
  readonly kind: 'single' | 'parent' | 'variant';
  readonly name: string;
  readonly variantLabel: string | null;
  readonly archived: boolean;
};

type ArchiveButtonProps = { readonly product: Archivable; readonly size?: ButtonSize };

/** Takes a product out of sale after saying what that means, or brings it back at once. */
export function ArchiveButton({ product, size = 'normal' }: ArchiveButtonProps) {
  const text = useText();
  const errorText = useErrorText();
  const archive = useCommand('catalog.archive');
  const [isAsked, setAsked] = useState(false);
  const name = product.variantLabel === null ? product.name : `${product.name}, ${product.variantLabel}`;
  const send = async (archived: boolean) => {
    try {
      await archive.mutateAsync({ productId: product.id, archived });
      const done = text(archived ? 'product-form.archived' : 'product-form.brought-back', { name });
      const undo = { label: text('catalog.undo'), run: () => void send(!archived) };
      toast(done, { tone: 'positive', action: archived ? undo : null });
    } catch (error) {
      toast(errorText(error), { tone: 'danger' });
    }
    setAsked(false);
  };
  if (product.archived) {
    return (
      <Button
        size={size}
        icon={<ArchiveRestore />}
        pending={archive.isPending}
        onPress={() => void send(false)}
      >
        {text('product-form.bring-back')}
      </Button>
    );
  }
  return (
    <>
      <Button size={size} icon={<Archive />} onPress={() => setAsked(true)}>
        {text('product-form.archive')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        title={text('product-form.archive-of', { name })}
        action={text('product-form.archive')}
        pending={archive.isPending}
        onConfirm={() => void send(true)}
        onClose={() => setAsked(false)}
      >
        {text(product.kind === 'parent' ? 'product-form.archive-parent' : 'product-form.archive-explained')}
      </ConfirmDialog>
    </>
  );
}
