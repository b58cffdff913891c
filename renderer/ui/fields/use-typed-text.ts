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
 *
 * A number or a date that ends wrong was not meant on the way there either: of "900", where 365 is the most, "90" is
 * not kept but what stood there before the typing began. A text keeps what was right of it: it may be hours of work.
 */
export function useTypedText(props: EditorProps<TypedField>): TypedText {
  const { field, path, value, onChange, refusal } = props;
  const { today } = useFieldScope();
  const queue = useSaveQueue();
  const drafts = useDrafts();
  const draft = useDraft(path);
  const [isEditing, setEditing] = useState(false);
  const before = useRef(value);
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
      : withKept(field, parsed.error.message, value);

  const leave = (): void => {
    if (typed === undefined) return;
    if (isReadable) drafts.forget(path);
    else drafts.keep(path, typed, true);
  };
  useOnLeave(leave);

  const take = (entered: string): void => {
    const result = parseTyped(field, entered, today);
    drafts.keep(path, entered, result.ok ? false : undefined);
    const kept = result.ok ? result.value : isWholeOrNothing(field) ? (before.current ?? null) : undefined;
    if (kept !== undefined && kept !== (value ?? null)) onChange(kept, 'typing');
  };
  return {
    text,
    understood: parsed === null ? value : parsed.ok ? (parsed.value ?? undefined) : undefined,
    error: problem ?? (isReadable ? refusal : null),
    isEditing,
    bind: {
      value: text,
      onChange: (event) => take(event.target.value),
      onFocus: () => {
        before.current = value;
        setEditing(true);
      },
      onBlur: () => {
        setEditing(false);
        leave();
        queue.flush();
      },
    },
  };
}

/** Half of it is nothing at all: everything but a text of any form. */
function isWholeOrNothing(field: TypedField): boolean {
  return field.type !== 'long-text' && (field.type !== 'text' || field.pattern !== undefined);
}

// Says what the store holds, so that a wrong text in sight and another value in the report cannot be mixed up.
function withKept(field: TypedField, message: string, value: CellValue | undefined): string {
  if (value === undefined) return `Not saved. ${message}`;
  const kept = isWholeOrNothing(field)
    ? formatAnswer(field, value)
    : `what last fitted, ${counted(String(value).length)}`;
  return `Not saved. ${message} Kept: ${kept}.`;
}

function counted(characters: number): string {
  return characters === 1 ? '1 character' : `${characters.toLocaleString('en-US')} characters`;
}

// A box can leave the page without losing the focus first.
function useOnLeave(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
}
