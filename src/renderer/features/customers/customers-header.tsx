import { FileDown, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SavedViews } from '../../ui/views/saved-views.tsx';
import { CustomerExport } from './customer-export.tsx';
import { showDuplicates } from './customer-places.ts';
import type { CustomerList } from './use-customer-list.ts';

const exportKeys = 'Mod+E';

type CustomersHeaderProps = {
  readonly list: CustomerList;
  /** Nobody is in the directory: the page itself offers the first. */
  readonly isEmpty: boolean;
  readonly onAdd: () => void;
};

/** The title of the directory, and what leads on from it. */
export function CustomersHeader({ list, isEmpty, onAdd }: CustomersHeaderProps) {
  const text = useText();
  const mayEdit = useMay('edit-customers');
  const mayExport = useMay('export');
  const [isExporting, setExporting] = useState(false);
  const startExport = () => setExporting(true);
  useHotkeys([
    { keys: 'Alt+N', label: text('customers.new'), run: onAdd, enabled: mayEdit },
    { keys: exportKeys, label: text('lists.export'), run: startExport, enabled: mayExport && !isEmpty },
  ]);
  return (
    <>
      <PageHeader
        title={text('customers.title')}
        actions={
          !isEmpty && (
            <>
              {mayExport && (
                <IconButton label={text('lists.export')} icon={<FileDown />} onPress={startExport} />
              )}
              <SavedViews {...list.views} shown={list.shown} />
              {mayEdit && (
                <>
                  <Button icon={<Users />} onPress={showDuplicates}>
                    {text('customers.duplicates')}
                  </Button>
                  <Button variant="primary" icon={<UserPlus />} keys="Alt+N" onPress={onAdd}>
                    {text('customers.new')}
                  </Button>
                </>
              )}
            </>
          )
        }
      />
      {isExporting && <CustomerExport list={list} onClose={() => setExporting(false)} />}
    </>
  );
}
