import { matchPath, usePlace } from '../../ui/router.ts';
import { CustomerPage } from './customer-page.tsx';
import { DirectoryScreen } from './directory-screen.tsx';
import { DuplicatesPage } from './duplicates-page.tsx';
import { MergePage } from './merge-page.tsx';

/** The customers: their directory, the page of one (`/customers/7`), duplicates, and the merging of two. */
export function CustomersScreen() {
  const { path, query } = usePlace();
  if (path === '/customers/duplicates') return <DuplicatesPage />;
  if (path === '/customers/merge') return <MergePage kept={query.kept} merged={query.merged} />;
  const one = matchPath('/customers/:number', path);
  if (one) return <CustomerPage key={one.number} number={one.number} />;
  return <DirectoryScreen />;
}
