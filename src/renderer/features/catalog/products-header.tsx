import { Columns3, Ellipsis, FileUp, FolderTree, History, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { BulkListDialog } from './bulk-list-dialog.tsx';
import { showCategories, showNewProduct } from './catalog-places.ts';
import { ColumnsDialog } from './columns-dialog.tsx';
import type { ProductList } from './use-product-list.ts';

type ProductsHeaderProps = { readonly list: ProductList; readonly isEmpty: boolean };

/** The title of the table, and what leads on from it, as the person's rights allow. */
export function ProductsHeader({ list, isEmpty }: ProductsHeaderProps) {
  const text = useText();
  const mayEdit = useMay('edit-catalogue');
  const mayImport = useMay('import');
  const [dialog, setDialog] = useState<'columns' | 'bulk' | null>(null);
  useHotkeys([{ keys: 'Alt+N', label: text('catalog.new'), run: () => showNewProduct(), enabled: mayEdit }]);
  const columns = {
    key: 'columns',
    label: text('catalog.columns'),
    icon: <Columns3 />,
    onAction: () => setDialog('columns'),
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
                actions={mayEdit ? [columns, bulk] : [columns]}
              />
            )}
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
      {dialog === 'columns' && <ColumnsDialog list={list} onClose={() => setDialog(null)} />}
      {dialog === 'bulk' && <BulkListDialog onClose={() => setDialog(null)} />}
    </>
  );
}
