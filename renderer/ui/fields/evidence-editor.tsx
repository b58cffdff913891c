import { type ReactNode, useRef } from 'react';
import { formatBytes, MAX_EVIDENCE_BYTES } from '../../../shared/domain/evidence.ts';
import { type EvidenceField, type EvidenceNote, MAX_EVIDENCE } from '../../../shared/domain/field.ts';
import { checkAnswer } from '../../../shared/domain/field-schema.ts';
import { useDraft, useDrafts, useSaveQueue, useUploadsAt } from '../../app/saving.tsx';
import { Button } from '../button.tsx';
import { classNames } from '../class-names.ts';
import { DocumentLine } from './document-line.tsx';
import { AttachButton } from './evidence-attach.tsx';
import styles from './evidence-editor.module.css';
import { isNamed, isSame, problemOf, shownNotes } from './evidence-notes.ts';
import { EvidenceProgress } from './evidence-progress.tsx';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import { type EditorProps, useFieldScope } from './field-scope.tsx';
import { usePatientDataWarning } from './text-editor.tsx';
import { useIncomingFiles } from './use-incoming-files.ts';

const BLANK: EvidenceNote = { name: '', location: '' };

/**
 * Proof: what each document is called and where it is kept, or the document itself. A line without a name counts for
 * nothing yet, so it stays a draft until it has one.
 */
export function EvidenceEditor(props: EditorProps<EvidenceField>): ReactNode {
  const { field, path, refusal, isOptionalSaid } = props;
  const queue = useSaveQueue();
  const { notes, problem, isWrong, take, add } = useNotes(props);
  const { failures, remarks } = useUploadsAt(path);
  const group = useRef<HTMLFieldSetElement>(null);
  const incoming = useIncomingFiles(path);
  const ids = fieldIds(path, field.hint !== undefined);
  const warning = usePatientDataWarning(notes.map(({ name, location }) => `${name}\n${location}`).join('\n'));
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
      error={refusal ?? problem ?? (failures.length === 0 ? null : failures.join(' '))}
      warning={warning}
    >
      <fieldset
        ref={group}
        id={path}
        className={classNames(styles.documents, incoming.isOver && styles.over)}
        aria-labelledby={ids.label}
        aria-describedby={ids.describedBy}
        onBlur={queue.flush}
        {...incoming.handlers}
      >
        {notes.map((note, index) => (
          <DocumentLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a document has no id of its own; its place is what it is known by.
            key={index}
            path={`${path}.${index}`}
            number={index + 1}
            note={note}
            messageId={ids.message}
            isWrong={isWrong(note)}
            onChange={(changed) =>
              take(
                notes.map((each, at) => (at === index ? changed : each)),
                'typing',
              )
            }
            onRemove={() => remove(index)}
          />
        ))}
        <EvidenceProgress path={path} />
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
        {notes.length >= MAX_EVIDENCE ? (
          <p>{MAX_EVIDENCE} documents is the most that fits here.</p>
        ) : (
          <div className={styles.ways}>
            <AttachButton
              path={path}
              isFirst={notes.length === 0}
              hintId={`${path}-ways`}
              onFiles={incoming.take}
            />
            <Button
              id={`${path}-add`}
              data-add=""
              kind={notes.length === 0 ? 'secondary' : 'quiet'}
              onClick={() => {
                add();
                queueMicrotask(() => lineInputs(group.current).at(-2)?.focus());
              }}
            >
              {notes.length === 0 ? 'Add a document' : 'Add another document'}
            </Button>
            <span id={`${path}-ways`} className={styles.hint}>
              Files can be dropped or pasted here too, up to {formatBytes(MAX_EVIDENCE_BYTES)} each.
            </span>
          </div>
        )}
      </fieldset>
    </FieldFrame>
  );
}

interface Notes {
  /** Stored and unfinished lines, in the order shown. */
  readonly notes: readonly EvidenceNote[];
  readonly problem: string | null;
  readonly isWrong: (note: EvidenceNote) => boolean;
  readonly take: (next: readonly EvidenceNote[], pace: 'now' | 'typing') => void;
  readonly add: () => void;
}

/** The lines of a field: what counts goes to the store, what does not yet stays a draft. */
function useNotes({ field, path, value, onChange }: EditorProps<EvidenceField>): Notes {
  const { today } = useFieldScope();
  const drafts = useDrafts();
  const stored = (value ?? []) as readonly EvidenceNote[];
  const notes = shownNotes(field, stored, useDraft(path)?.typed, today);
  const problem = problemOf(field, notes, today);
  return {
    notes,
    problem,
    isWrong: (note) => problem !== null && problemOf(field, [note], today) !== null,
    take: (next, pace) => {
      const named = next.filter(isNamed);
      const isSound = checkAnswer(field, named, today).ok;
      if (isSound && named.length === next.length) drafts.forget(path);
      else drafts.keep(path, JSON.stringify(next), problemOf(field, next, today) !== null);
      if (isSound && !isSame(named, stored)) onChange(named.length === 0 ? null : named, pace);
    },
    add: () => drafts.keep(path, JSON.stringify([...notes, BLANK])),
  };
}

function lineInputs(group: HTMLElement | null): readonly HTMLInputElement[] {
  return group === null ? [] : [...group.querySelectorAll<HTMLInputElement>('input[type="text"]')];
}
