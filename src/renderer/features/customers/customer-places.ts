import { goBack, navigate } from '../../ui/router.ts';

/** Where in the window the parts of the customers are. */
export function showCustomer(customerId: number): void {
  navigate(`/customers/${customerId}`);
}

export function showDuplicates(): void {
  navigate('/customers/duplicates');
}

export function showMerge(keptId: number, mergedId: number): void {
  navigate('/customers/merge', { query: { kept: String(keptId), merged: String(mergedId) } });
}

/** Back to where one came from; to the directory where that was no page of this window. */
export function leaveToDirectory(): void {
  if (window.history.length > 1) goBack();
  else navigate('/customers');
}
