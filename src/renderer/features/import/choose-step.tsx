import { DatabaseBackup, FileSpreadsheet, History, ShoppingBag, Store } from 'lucide-react';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ChooseFileStep } from '../../ui/choose-file-step.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { navigate } from '../../ui/router.ts';
import { RefusalNote } from './refusal-note.tsx';
import type { ProductImport } from './use-import.ts';

/** Mebibytes; what main takes at most. */
const mostMegabytes = 64;

const kinds = [
  { key: 'shopify', Icon: ShoppingBag },
  { key: 'woocommerce', Icon: Store },
  { key: 'list', Icon: FileSpreadsheet },
  { key: 'history', Icon: History, path: '/import/history/new' },
  { key: 'orderlla', Icon: DatabaseBackup, path: '/orderlla-import' },
] as const;

type ChooseStepProps = { readonly load: ProductImport; readonly onChoose: () => void };

/** Step 1: a file by drop or dialog, and which ones are understood. */
export function ChooseStep({ load, onChoose }: ChooseStepProps) {
  const text = useText();
  const format = useFormat();
  return (
    <ChooseFileStep
      title={text('import-screen.understood')}
      kinds={kinds.map((kind) => ({
        ...kind,
        name: text(`import-screen.from-${kind.key}`),
        more: text(`import-screen.from-${kind.key}-more`),
        action: 'path' in kind && (
          <Button size="small" onPress={() => navigate(kind.path)}>
            {text(`import-screen.go-to-${kind.key}`)}
          </Button>
        ),
      }))}
    >
      <RefusalNote load={load} onChoose={onChoose} />
      <DropZone
        label={text('import-screen.drop')}
        description={text('import-screen.drop-more', { most: format.number(mostMegabytes) })}
        onDrop={load.choose}
        onChoose={onChoose}
      />
    </ChooseFileStep>
  );
}
