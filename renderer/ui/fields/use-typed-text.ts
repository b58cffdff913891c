import { type ChangeEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { CellValue } from '../../../shared/domain/field.ts';
import { formatAnswer } from '../../../shared/domain/format-answer.ts';
import { parseTyped, type TypedField, toTyped } from '../../../shared/domain/typed-input.ts';
import { useDraft, useDrafts, useSaveQueue } from '../../app/saving.tsx';
import { type EditorProps, useFieldScope } from './field-scope.tsx';

/** A box to type in: what it shows, what is wrong with it, and the handlers to put on it. */
export interface TypedText {
  readonly text: string;
  /** The value read from the text; undefined when it cannot be read or is empty. */
  readonly understood: CellValue | undefined;
  readonly error: string | null;
  readonly isEditing: boolean;
  readonly bind: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
}

/**
 * Typed text stays exactly as it was typed while the box has the focus, and for as long as it cannot be read. What can
 * be read is saved at each pause; the message appears on leaving the box and goes as soon as the text is right.
 */
export function useTypedText(props: EditorProps<TypedField>): TypedText {
  const { field, path, value, onChange, refusal } = props;
  const { today } = useFieldScope();
  const queue = useSaveQueue();
  const drafts = useDrafts();
  const draft = useDraft(path);
  const [isEditing, setEditing] = useState(false);
  const typed = draft?.typed;
  const parsed = useMemo(
    () => (typed === undefined ? null : parseTyped(field, typed, today)),
    [field, typed, today],
  );
  const isReadable = parsed === null || parsed.ok;
  const text = typed !== undefined && (isEditing || !isReadable) ? typed : toTyped(field, value);
  const problem =
    parsed === null || parsed.ok || draft?.isWrong !== true
      ? null
      : withSaved(field, parsed.error.message, value);

  const leave = (): void => {
    if (typed === undefined) return;
    if (isReadable) drafts.forget(path);
    else drafts.keep(path, typed, true);
  };
  useOnLeave(leave);

  const take = (entered: string): void => {
    const result = parseTyped(field, entered, today);
    drafts.keep(path, entered, result.ok ? false : undefined);
    if (result.ok && result.value !== (value ?? null)) onChange(result.value, 'typing');
  };
  return {
    text,
    understood: parsed === null ? value : parsed.ok ? (parsed.value ?? undefined) : undefined,
    error: problem ?? (isReadable ? refusal : null),
    isEditing,
    bind: {
      value: text,
      onChange: (event) => take(event.target.value),
      onFocus: () => setEditing(true),
      onBlur: () => {
        setEditing(false);
        leave();
        queue.flush();
      },
    },
  };
}

// Says what the store still holds, so that a wrong text in sight and an old value in the report cannot be mixed up.
function withSaved(field: TypedField, message: string, value: CellValue | undefined): string {
  if (value === undefined || field.type === 'text' || field.type === 'long-text') return message;
  return `${message} Still saved: ${formatAnswer(field, value)}.`;
}

// A box can leave the page without losing the focus first.
function useOnLeave(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
}
