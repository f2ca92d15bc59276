/** What a text field held, so that it can be given back after a scanner typed into it. */
export type FieldSnapshot = {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
};

export function snapshotField(target: EventTarget | null): FieldSnapshot | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null;
  return { field: target, value: target.value, start: target.selectionStart, end: target.selectionEnd };
}

/** Puts a field back as it was, in a way that React hears. */
export function restoreField(snapshot: FieldSnapshot | null): void {
  if (!snapshot || snapshot.field.value === snapshot.value) return;
  const { field, value, start, end } = snapshot;
  setValue(field, value);
  if (start !== null) field.setSelectionRange(start, end);
}

/** Types into the field that has the focus, as if the keys had not been held back. */
export function insertTyped(text: string): void {
  const field = document.activeElement;
  if (text === '' || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  // A field for addresses of mail has no selection that can be read or set.
  const placesCaret = field.selectionStart !== null;
  setValue(field, field.value.slice(0, start) + text + field.value.slice(end));
  if (placesCaret) field.setSelectionRange(start + text.length, start + text.length);
}

/** React keeps its own idea of a field's value; the prototype's setter goes round it. */
function setValue(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Takes back what is selected in the focused field, or the character before the caret. */
export function deleteTyped(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const end = field.selectionEnd ?? field.value.length;
  const start = field.selectionStart ?? end;
  const from = start === end ? Math.max(0, start - 1) : start;
  setValue(field, field.value.slice(0, from) + field.value.slice(end));
  field.setSelectionRange(from, from);
}
