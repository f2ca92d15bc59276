import { useText } from '../ui/app-context.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import type { Picked } from './picked.ts';

type ExplainPanelProps = { readonly picked: Picked | null; readonly onClose: () => void };

/** How a figure comes about, beside the screen that shows it. */
export function ExplainPanel({ picked, onClose }: ExplainPanelProps) {
  const text = useText();
  if (picked === null) return null;
  return (
    <SidePanel title={text(`metric.name-${picked.metric}`)} onClose={onClose}>
      {text(`metric.formula-${picked.metric}`)}
    </SidePanel>
  );
}
