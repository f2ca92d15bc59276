import {
  createContext,
  type Dispatch,
  type ReactNode,
  useContext,
  useMemo,
  useReducer,
  useState,
} from 'react';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import {
  type DraftAction,
  type DraftStates,
  draftReducer,
  type Fields,
  overtakenFields,
} from './draft-state.ts';
import type { PartKey } from './part-key.ts';

type Drafts = { readonly states: DraftStates; readonly dispatch: Dispatch<DraftAction> };

const DraftsContext = createContext<Drafts | null>(null);
const PartContext = createContext<PartKey>('computer');

/** Holds what was typed and not saved on the settings screen, whichever part is looked at. */
export function DraftsProvider({ children }: { readonly children: ReactNode }) {
  const [states, dispatch] = useReducer(draftReducer, {});
  const drafts = useMemo(() => ({ states, dispatch }), [states]);
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

/** Says which part what stands inside belongs to. */
export function PartScope({ part, children }: { readonly part: PartKey; readonly children: ReactNode }) {
  return <PartContext value={part}>{children}</PartContext>;
}

function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (drafts === null) throw new Error('This component must stand inside <DraftsProvider>');
  return drafts;
}

/** The parts with unsaved changes. */
export function useUnsavedParts(): readonly string[] {
  return [...new Set(Object.values(useDrafts().states).map((state) => state.part))];
}

export type Problems<T> = { readonly [field in keyof T]?: string };

export type DraftOptions<T extends object, K extends object> = {
  /** Names the draft among all of the screen: `shop`, `tax-class:3`. */
  readonly key: string;
  /** What the shop file says now; another window may change it at any time. */
  readonly kept: K;
  /** What keeps it from being saved, in words, by field. */
  readonly check?: (fields: T) => Problems<T>;
  /**
   * Sends the changed fields to main, with what the person saw in those fields when they began: main refuses
   * `changed-meanwhile` when the shop file says something else by now.
   */
  readonly save: (change: Partial<T>, seen: Partial<K>) => Promise<unknown>;
  /** Said when it is saved; the usual sentence where absent. */
  readonly saved?: string;
};

export type Draft<T extends object> = {
  /** What is kept, with what was changed and not saved yet. */
  readonly fields: T;
  readonly change: (change: Partial<T>) => void;
  readonly isChanged: boolean;
  readonly isFieldChanged: (field: keyof T) => boolean;
  /** Empty until somebody tried to save. */
  readonly problems: Problems<T>;
  /** Why main did not take it, in words. */
  readonly refused: string | null;
  readonly isSaving: boolean;
  /** The fields that somebody else saved meanwhile. */
  readonly overtaken: readonly (keyof T)[];
  readonly save: () => void;
  readonly undo: () => void;
  /** Takes what the other person saved, and drops what was typed there. */
  readonly takeTheirs: () => void;
  /** Keeps what was typed here, knowing what the other person saved. */
  readonly keepMine: () => void;
};

/**
 * Settings as they are edited: kept until they are saved, guarded against leaving, never silently overwriting what
 * somebody else saved. `T` is what is edited, `K` what is kept: a number field that cannot be read yet is null in `T`
 * only.
 */
export function useDraft<T extends object, K extends T = T>(options: DraftOptions<T, K>): Draft<T> {
  const text = useText();
  const errorText = useErrorText();
  const { states, dispatch } = useDrafts();
  const part = useContext(PartContext);
  const [isJudged, setJudged] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { key, check } = options;
  const kept = options.kept as Fields;
  const state = states[key];
  const fields = { ...kept, ...state?.values } as T;
  const overtaken = overtakenFields(state, kept) as readonly (keyof T)[];
  const calm = () => {
    setJudged(false);
    setRefused(null);
  };
  const send = async () => {
    if (state === undefined || isSaving) return;
    setJudged(true);
    setRefused(null);
    if (check && Object.keys(check(fields)).length > 0) return;
    setSaving(true);
    try {
      await options.save(state.values as Partial<T>, state.seen as Partial<K>);
      dispatch({ kind: 'forget', key, saved: state.values });
      setJudged(false);
      toast(options.saved ?? text('settings.saved-shop'), { tone: 'positive' });
    } catch (error) {
      setRefused(errorText(error));
    } finally {
      setSaving(false);
    }
  };
  return {
    fields,
    change: (change) => dispatch({ kind: 'change', key, part, change: change as Fields, kept }),
    isChanged: state !== undefined,
    isFieldChanged: (field) => state !== undefined && Object.hasOwn(state.values, field),
    problems: isJudged && check ? check(fields) : {},
    refused,
    isSaving,
    overtaken,
    save: () => void send(),
    undo: () => {
      dispatch({ kind: 'forget', key });
      calm();
    },
    takeTheirs: () => {
      dispatch({ kind: 'forget', key, fields: overtaken as readonly string[] });
      calm();
    },
    keepMine: () => {
      dispatch({ kind: 'insist', key, kept });
      calm();
    },
  };
}
