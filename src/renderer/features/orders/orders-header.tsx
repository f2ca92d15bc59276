import { Columns3, FileDown } from 'lucide-react';
import { useState } from 'react';
import { useListExport } from '../../bridge/use-list-export.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ColumnsDialog } from '../../ui/columns-dialog.tsx';
import { ExportDialog } from '../../ui/export-dialog.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SavedViews } from '../../ui/views/saved-views.tsx';
import { exportColumns, exportLineColumns } from './export-columns.ts';
import { columnNames, orderColumnChoice } from './order-columns.tsx';
import type { OrderList } from './use-order-list.ts';

const exportKeys = 'Mod+E';

/** The title of the list; its views, its columns, and what it shows as a file. */
export function OrdersHeader({ list }: { readonly list: OrderList }) {
  const text = useText();
  const mayExport = useMay('export');
  const [dialog, setDialog] = useState<'columns' | 'export' | null>(null);
  const close = () => setDialog(null);
  const startExport = () => setDialog('export');
  useHotkeys([{ keys: exportKeys, label: text('lists.export'), run: startExport, enabled: mayExport }]);
  return (
    <>
      <PageHeader
        title={text('orders.title')}
        actions={
          <>
            <IconButton label={text('ui.columns')} icon={<Columns3 />} onPress={() => setDialog('columns')} />
            {mayExport && (
              <Button icon={<FileDown />} keys={exportKeys} onPress={startExport}>
                {text('lists.export')}
              </Button>
            )}
            <SavedViews {...list.views} shown={list.shown} />
          </>
        }
      />
      {dialog === 'columns' && <Columns list={list} onClose={close} />}
      {dialog === 'export' && <Export list={list} onClose={close} />}
    </>
  );
}

type DialogProps = { readonly list: OrderList; readonly onClose: () => void };

function Columns({ list, onClose }: DialogProps) {
  const text = useText();
  const mayAdvance = useMay('advance-order');
  const keys = orderColumnChoice.keys.filter((key) => key !== 'step' || mayAdvance);
  return (
    <ColumnsDialog
      help={text('orders.columns-help')}
      columns={keys.map((key) => ({ key, label: text(columnNames[key]) }))}
      chosen={list.chosenColumns ?? orderColumnChoice.usual}
      usual={orderColumnChoice.usual}
      onChoose={list.chooseColumns}
      onClose={onClose}
    />
  );
}

function Export({ list, onClose }: DialogProps) {
  const seesCost = useMay('see-profit');
  const file = useListExport();
  return (
    <ExportDialog
      list="orders"
      hasLines
      hasCost={seesCost}
      busy={file.isBusy}
      progress={file.progress}
      error={file.error}
      onSave={(choice, onSaved) =>
        file.save(
          {
            list: 'orders',
            filter: list.asked,
            ...list.order,
            columns: [...exportColumns(list, choice.allColumns)],
            lineColumns: choice.perLine ? [...exportLineColumns(choice.withCost)] : [],
          },
          onSaved,
        )
      }
      onStop={file.stop}
      onClose={onClose}
    />
  );
}
