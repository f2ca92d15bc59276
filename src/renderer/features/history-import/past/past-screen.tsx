import { addressId } from '../../../ui/address-id.ts';
import { matchPath, usePlace } from '../../../ui/router.ts';
import { NoSuchImport } from './no-such-import.tsx';
import { PastImport } from './past-import.tsx';
import { PastImports } from './past-imports.tsx';

/** Imports of sales history that are done: all of them at `/import/history`, one at `/import/history/7`. */
export function PastScreen() {
  const { path } = usePlace();
  const id = matchPath('/import/history/:id', path)?.id;
  if (id === undefined) return <PastImports />;
  const importId = addressId(id);
  return importId === null ? <NoSuchImport /> : <PastImport key={importId} importId={importId} />;
}
