import { UserPlus, Users } from 'lucide-react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { showDuplicates } from './customer-places.ts';

type CustomersHeaderProps = {
  /** Nobody is in the directory: the page itself offers the first. */
  readonly isEmpty: boolean;
  readonly onAdd: () => void;
};

/** The title of the directory, and what leads on from it. */
export function CustomersHeader({ isEmpty, onAdd }: CustomersHeaderProps) {
  const text = useText();
  const mayEdit = useMay('edit-customers');
  useHotkeys([{ keys: 'Alt+N', label: text('customers.new'), run: onAdd, enabled: mayEdit }]);
  return (
    <PageHeader
      title={text('customers.title')}
      actions={
        mayEdit &&
        !isEmpty && (
          <>
            <Button icon={<Users />} onPress={showDuplicates}>
              {text('customers.duplicates')}
            </Button>
            <Button variant="primary" icon={<UserPlus />} keys="Alt+N" onPress={onAdd}>
              {text('customers.new')}
            </Button>
          </>
        )
      }
    />
  );
}
