const controls = 'input, textarea, button, select, [tabindex]';

/** Brings the setting with this label into sight and the focus to its field. Does nothing where it is not there. */
export function pointAtSetting(part: HTMLElement, label: string): void {
  const labels = part.querySelectorAll<HTMLElement>('label, legend, dt, h2, h3, [id], span');
  const found = [...labels].find((one) => ownWords(one) === label);
  if (found === undefined) return;
  found.scrollIntoView?.({ block: 'center' });
  fieldOf(found)?.focus();
}

/** What an element says itself, without the marks that stand inside it. */
function ownWords(element: HTMLElement): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent)
    .join('')
    .trim();
}

function fieldOf(label: HTMLElement): HTMLElement | null {
  if (label instanceof HTMLLabelElement && label.control) return label.control;
  let around: HTMLElement | null = label;
  for (let steps = 0; steps < 4 && around !== null; steps += 1) {
    const field = around.querySelector<HTMLElement>(controls);
    if (field !== null) return field;
    around = around.parentElement;
  }
  return null;
}
