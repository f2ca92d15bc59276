import { useText } from '../../ui/app-context.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

export function CustomersScreen() {
  const text = useText();
  return <PageHeader title={text('frame.customers')} />;
}
