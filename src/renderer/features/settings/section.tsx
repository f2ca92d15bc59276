import { CircleAlert } from 'lucide-react';
import type { ReactNode, SubmitEvent } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './section.module.css';
import type { Section } from './shop-draft.ts';
import type { ShopEditor } from './use-shop-draft.ts';

type ShopSectionProps = {
  readonly section: Section;
  readonly title: string;
  readonly editor: ShopEditor;
  readonly children: ReactNode;
};

/** A part of the shop's settings with its own Save; the buttons hold their place before anything is changed. */
export function ShopSection({ section, title, editor, children }: ShopSectionProps) {
  const text = useText();
  const isChanged = editor.isChanged(section);
  const refused = editor.refused(section);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isChanged && editor.saving === null) editor.save(section);
  };
  return (
    <Card title={title}>
      <form className={styles.form} noValidate onSubmit={submit}>
        {children}
        {refused !== null && (
          <p className={styles.refused} role="alert">
            <CircleAlert aria-hidden="true" />
            {refused}
          </p>
        )}
        <div className={styles.actions}>
          <Button
            type="submit"
            variant={isChanged ? 'primary' : 'secondary'}
            disabled={!isChanged}
            pending={editor.saving === section}
          >
            {text('settings.save')}
          </Button>
          {isChanged && (
            <Button variant="quiet" onPress={() => editor.undo(section)} disabled={editor.saving !== null}>
              {text('settings.undo')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}

/** Fields side by side where there is room. */
export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}
