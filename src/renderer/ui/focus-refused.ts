/**
 * Leads to the first number field whose text cannot be read or is beyond its bounds, and has it say so. True where there is
 * one: nothing is saved then, for what would be is not what stands there. A field that takes nothing now counts for nothing.
 */
export function focusRefused(within: ParentNode | null | undefined = document): boolean {
  const field = within?.querySelector<HTMLInputElement>('input[data-refused]:not(:disabled)');
  if (!field) return false;
  field.focus();
  if (field.getAttribute('aria-invalid') !== 'true') {
    // A field says what is wrong once it is left.
    field.blur();
    field.focus();
  }
  return true;
}
