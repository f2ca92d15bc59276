import { Sigma } from 'lucide-react';
import { useText } from '../ui/app-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { type Picked, pickFigure } from './picked.ts';

type ExplainButtonProps = { readonly picked: Picked };

/** Opens how a figure comes about, and what it is made of. Its name says which figure. */
export function ExplainButton({ picked }: ExplainButtonProps) {
  const text = useText();
  const name = text(`metric.name-${picked.metric}`);
  const label = picked.label === '' ? name : text('explain.figure-of', { figure: name, part: picked.label });
  return (
    <IconButton
      size="small"
      label={text('explain.open', { figure: label })}
      icon={<Sigma />}
      onPress={() => pickFigure(picked)}
    />
  );
}
