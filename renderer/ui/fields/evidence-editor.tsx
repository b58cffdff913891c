import { type ReactNode, useRef } from 'react';
import { type EvidenceField, type EvidenceNote, MAX_EVIDENCE } from '../../../shared/domain/field.ts';
import { checkAnswer } from '../../../shared/domain/field-schema.ts';
import { useDraft, useDrafts, useSaveQueue } from '../../app/saving.tsx';
import { Button } from '../button.tsx';
import { DocumentLine } from './document-line.tsx';
import styles from './evidence-editor.module.css';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import { type EditorProps, useFieldScope } from './field-scope.tsx';
import { usePatientDataWarning } from './text-editor.tsx';

const BLANK: EvidenceNote = { name: '', location: '' };

/**
 * Proof in words: what each document is called and where it is kept. A line without a name counts for nothing yet, so
 * it stays a draft until it has one.
 */
export function EvidenceEditor(props: EditorProps<EvidenceField>): ReactNode {
  const { field, path, value, onChange, refusal, isOptionalSaid } = props;
  const { today } = useFieldScope();
  const queue = useSaveQueue();
  const drafts = useDrafts();
  const group = useRef<HTMLFieldSetElement>(null);
  const stored = (value ?? []) as readonly EvidenceNote[];
  const draft = useDraft(path);
  const notes = shownNotes(field, stored, draft?.typed, today);
  const ids = fieldIds(path, field.hint !== undefined);
  const warning = usePatientDataWarning(notes.map(({ name, location }) => `${name}\n${location}`).join('\n'));

  const problem = problemOf(field, notes, today);
  const take = (next: readonly EvidenceNote[], pace: 'now' | 'typing'): void => {
    const named = next.filter(isNamed);
    const isSound = checkAnswer(field, named, today).ok;
    if (isSound && named.length === next.length) drafts.forget(path);
    else drafts.keep(path, JSON.stringify(next), problemOf(field, next, today) !== null);
    if (isSound && !isSame(named, stored)) onChange(named.length === 0 ? null : named, pace);
  };
  const add = (): void => {
    drafts.keep(path, JSON.stringify([...notes, BLANK]));
    queueMicrotask(() => lineInputs(group.current).at(-2)?.focus());
  };
  const remove = (index: number): void => {
    take(
      notes.filter((_, at) => at !== index),
      'now',
    );
    queueMicrotask(() => group.current?.querySelector<HTMLButtonElement>('[data-add]')?.focus());
  };
  return (
    <FieldFrame
      path={path}
      label={field.label}
      hint={field.hint}
      isOptional={isOptionalSaid && field.required !== true}
      isWide
      as="group"
      error={refusal ?? problem}
      warning={warning}
    >
      <fieldset
        ref={group}
        id={path}
        className={styles.documents}
        aria-labelledby={ids.label}
        aria-describedby={ids.describedBy}
        onBlur={queue.flush}
      >
        {notes.map((note, index) => (
          <DocumentLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a document has no id of its own; its place is what it is known by.
            key={index}
            path={`${path}.${index}`}
            number={index + 1}
            note={note}
            messageId={ids.message}
            isWrong={problem !== null && isLineWrong(field, note, today)}
            onChange={(changed) =>
              take(
                notes.map((each, at) => (at === index ? changed : each)),
                'typing',
              )
            }
            onRemove={() => remove(index)}
          />
        ))}
        {notes.length >= MAX_EVIDENCE ? (
          <p>{MAX_EVIDENCE} documents is the most that fits here.</p>
        ) : (
          <div>
            <Button
              id={`${path}-add`}
              data-add=""
              kind={notes.length === 0 ? 'secondary' : 'quiet'}
              onClick={add}
            >
              {notes.length === 0 ? 'Add a document' : 'Add another document'}
            </Button>
          </div>
        )}
      </fieldset>
    </FieldFrame>
  );
}

// Unfinished lines live in the draft, finished ones in the store. When the store has moved on by itself ("Undo last
// change"), its lines count and the unfinished ones follow.
function shownNotes(
  field: EvidenceField,
  stored: readonly EvidenceNote[],
  draft: string | undefined,
  today: string,
): readonly EvidenceNote[] {
  if (draft === undefined) return stored;
  const drafted = JSON.parse(draft) as readonly EvidenceNote[];
  const named = drafted.filter(isNamed);
  if (isSame(named, stored) || !checkAnswer(field, named, today).ok) return drafted;
  return [...stored, ...drafted.filter((note) => !isNamed(note))];
}

function problemOf(field: EvidenceField, notes: readonly EvidenceNote[], today: string): string | null {
  const unnamed = notes.findIndex((note) => !isNamed(note) && note.location.trim() !== '');
  if (unnamed >= 0) return `Say what document ${unnamed + 1} is called. It counts once it has a name.`;
  const checked = checkAnswer(field, notes, today);
  return checked.ok ? null : checked.error.message;
}

function isLineWrong(field: EvidenceField, note: EvidenceNote, today: string): boolean {
  return problemOf(field, [note], today) !== null;
}

function isNamed({ name }: EvidenceNote): boolean {
  return name.trim() !== '';
}

function isSame(a: readonly EvidenceNote[], b: readonly EvidenceNote[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ name, location }, index) => name === b[index]?.name && location === b[index]?.location)
  );
}

function lineInputs(group: HTMLElement | null): readonly HTMLInputElement[] {
  return group === null ? [] : [...group.querySelectorAll('input')];
}
