/** A drive that does not answer for so long, in milliseconds, is not there. */
const patience = 2000;

/** What is asked of a folder. Whoever asks much at once says after each part that the drive still answers. */
export type Question<T> = (stillAnswers: () => void) => Promise<T>;

/** Asks one thing of a folder at a time; null where the drive does not answer. @throws what the question throws. */
export type AskFolder = <T>(folder: string, question: Question<T>) => Promise<T | null>;

/**
 * A network drive that hangs is not waited for, and not asked again before it has answered: each question would hold
 * one of the few threads that read files and check PINs.
 */
export function onceAtATime(): AskFolder {
  const asked = new Map<string, Promise<unknown>>();
  return async <T>(folder: string, question: Question<T>): Promise<T | null> => {
    for (let before = asked.get(folder); before; before = asked.get(folder)) {
      await before.catch(() => null);
      // It was given up, and still holds its thread.
      if (asked.get(folder) === before) return null;
    }
    const late = lateness();
    const found = question(late.putOff).finally(() => {
      late.never();
      asked.delete(folder);
    });
    const answer = Promise.race([found, late.comes]);
    asked.set(folder, answer);
    return answer;
  };
}

/** Comes as null when nothing was heard for too long. */
function lateness() {
  const { promise, resolve } = Promise.withResolvers<null>();
  const end = (): void => resolve(null);
  let given = setTimeout(end, patience);
  const never = (): void => clearTimeout(given);
  return {
    comes: promise,
    never,
    putOff(): void {
      never();
      given = setTimeout(end, patience);
    },
  };
}
