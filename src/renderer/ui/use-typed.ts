import { useState } from 'react';

/** How the text of a field is read as a value. */
export type Reading<Value> = {
  readonly parse: (typed: string) => Value | null;
  /** As shown when nobody types: grouped, in full. */
  readonly show: (value: Value) => string;
  /** As offered for typing: no groups. */
  readonly edit: (value: Value) => string;
  readonly unreadable: string;
  /** Null when the value may be; else why not, in words. */
  readonly refuse?: (value: Value) => string | null;
};

type TypedUse<Value> = {
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly holdsBack?: boolean | undefined;
};

/** What stands in a field whose text is read while it is typed, and what is wrong with it. */
export function useTyped<Value>(reading: Reading<Value>, { value, onChange, holdsBack }: TypedUse<Value>) {
  const [text, setText] = useState<string | null>(null);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  const [isJudged, setJudged] = useState(false);
  // Else it is only offered for typing: what stood there before is nobody's slip.
  const [isTyped, setTyped] = useState(false);
  if (value !== known) {
    setKnown(value);
    const isFromOutside = value !== sent;
    if (isFromOutside) {
      setSent(value);
      if (text !== null) setText(value === null ? '' : reading.edit(value));
      setJudged(false);
      setTyped(false);
    }
  }
  const problem = problemOf(text, reading);
  const send = (next: Value | null) => {
    setSent(next);
    if (next !== value) onChange(next);
  };
  const write = (next: string) => {
    setText(next);
    setTyped(true);
  };
  return {
    shown: text ?? (value === null ? '' : reading.show(value)),
    problem,
    /** To be said: not while somebody is still typing. */
    saidProblem: isJudged ? problem : undefined,
    /** What was typed stands there, and is not taken. */
    isRefused: isTyped && problem !== undefined,
    type: (next: string) => {
      write(next);
      setJudged(false);
      if (holdsBack && problemOf(next, reading) !== undefined) return;
      send(next.trim() === '' ? null : reading.parse(next));
    },
    step: (next: Value) => {
      write(reading.edit(next));
      send(next);
    },
    judge: () => setJudged(true),
    offer: () => {
      if (text === null) setText(value === null ? '' : reading.edit(value));
    },
    leave: () => {
      setJudged(true);
      if (problem !== undefined) return;
      setText(null);
      setTyped(false);
    },
  };
}

function problemOf<Value>(typed: string | null, reading: Reading<Value>): string | undefined {
  if (typed === null || typed.trim() === '') return undefined;
  const value = reading.parse(typed);
  if (value === null) return reading.unreadable;
  return reading.refuse?.(value) ?? undefined;
}
