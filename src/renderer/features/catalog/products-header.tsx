import { Columns3, Ellipsis, FileDown, FileUp, FolderTree, History, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { SavedViews } from '../../ui/views/saved-views.tsx';
import { BulkListDialog } from './bulk-list-dialog.tsx';
import { showCategories, showNewProduct } from './catalog-places.ts';
import { ProductColumnsDialog } from './columns-dialog.tsx';
import { ProductExport } from './product-export.tsx';
import type { ProductList } from './use-product-list.ts';

const exportKeys = 'Mod+E';

type ProductsHeaderProps = { readonly list: ProductList; readonly isEmpty: boolean };

/** The title of the table, and what leads on from it, as the person's rights allow. */
export function ProductsHeader({ list, isEmpty }: ProductsHeaderProps) {
  const text = useText();
  const mayEdit = useMay('edit-catalogue');
  const mayImport = useMay('import');
  const mayExport = useMay('export');
  const [dialog, setDialog] = useState<'columns' | 'bulk' | 'export' | null>(null);
  const startExport = () => setDialog('export');
  useHotkeys([
    { keys: 'Alt+N', label: text('catalog.new'), run: () => showNewProduct(), enabled: mayEdit },
    { keys: exportKeys, label: text('lists.export'), run: startExport, enabled: mayExport && !isEmpty },
  ]);
  const columns = {
    key: 'columns',
    label: text('catalog.columns'),
    icon: <Columns3 />,
    onAction: () => setDialog('columns'),
  };
  const file = {
    ...{ key: 'export', label: text('lists.export'), icon: <FileDown /> },
    ...{ keys: exportKeys, onAction: startExport },
  };
  const bulk = {
    key: 'bulk',
    label: text('catalog.last-bulk'),
    icon: <History />,
    onAction: () => setDialog('bulk'),
  };
  return (
    <>
      <PageHeader
        title={text('catalog.title')}
        actions={
          <>
            {!isEmpty && (
              <Menu
                label={text('catalog.more')}
                trigger={<IconButton label={text('catalog.more')} icon={<Ellipsis />} />}
                actions={[columns, ...(mayExport ? [file] : []), ...(mayEdit ? [bulk] : [])]}
              />
            )}
            {!isEmpty && <SavedViews {...list.views} shown={list.shown} />}
            {mayEdit && (
              <Button icon={<FolderTree />} onPress={showCategories}>
                {text('catalog.categories')}
              </Button>
            )}
            {mayImport && !isEmpty && (
              <Button icon={<FileUp />} onPress={() => navigate('/import')}>
                {text('catalog.load')}
              </Button>
            )}
            {mayEdit && !isEmpty && (
              <Button variant="primary" icon={<Plus />} keys="Alt+N" onPress={() => showNewProduct()}>
                {text('catalog.new')}
              </Button>
            )}
          </>
        }
      />
      {dialog === 'columns' && <ProductColumnsDialog list={list} onClose={() => setDialog(null)} />}
      {dialog === 'bulk' && <BulkListDialog onClose={() => setDialog(null)} />}
      {dialog === 'export' && <ProductExport list={list} onClose={() => setDialog(null)} />}
    </>
  );
}
