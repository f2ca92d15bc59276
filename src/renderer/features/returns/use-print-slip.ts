import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';

/** What became of a print. */
export type PrintNews = { readonly tone: 'good' | 'bad'; readonly words: string };

/** Prints the slip of a return. A failed print is said, and changes nothing: the return was booked before. */
export function usePrintSlip(returnId: number, tell: (news: PrintNews) => void) {
  const text = useText();
  const errorText = useErrorText();
  const { mutate, isPending } = useCommand('documents.print');
  return {
    isPrinting: isPending,
    print: () => {
      if (isPending) return;
      mutate(
        { kind: 'return-slip', returnId, paper: null },
        {
          onSuccess: () => tell({ tone: 'good', words: text('returns.slip-printed') }),
          onError: (error) =>
            tell({ tone: 'bad', words: text('returns.print-failed', { reason: errorText(error) }) }),
        },
      );
    },
  };
}
