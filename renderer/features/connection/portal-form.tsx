import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { PlanRecord } from '../../../shared/domain/plan.ts';
import { BridgeError, bridge, messageOf } from '../../app/bridge.ts';
import { showRecord } from '../../app/plan-query.ts';
import { useDraft, useDrafts } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import folds from './check-list.module.css';
import { KindBox, LineBox } from './portal-boxes.tsx';
import {
  EMPTY_DRAFT,
  type PortalDraft,
  type PortalDraftField,
  type PortalProblems,
  problemsIn,
  readDraft,
} from './portal-draft.ts';
import styles from './portal-form.module.css';

interface PortalFormProps {
  /** Start of the ids of its controls; also the name its draft is kept under. */
  readonly id: string;
  /** The portal to change; null makes a new one. */
  readonly record: PlanRecord | null;
  readonly labels: { readonly andCheck: string; readonly only: string };
  readonly onSaved: (record: PlanRecord, isToBeChecked: boolean) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** Name, kind and address of a portal. What is refused stays as it was typed, with the reason beside it. */
export function PortalForm(props: PortalFormProps): ReactNode {
  const { id, record, labels, onSaved, onCancel } = props;
  const client = useQueryClient();
  const drafts = useDrafts();
  const draft = readDraft(useDraft(id)?.typed) ?? draftOf(record);
  const [problems, setProblems] = useState<PortalProblems>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const isSending = useRef(false);

  const form = useRef<HTMLFormElement>(null);
  const isEditing = record !== null;
  // The button that opened it is gone.
  useEffect(() => {
    if (isEditing) form.current?.querySelector('input')?.focus();
  }, [isEditing]);

  const take = (field: PortalDraftField, typed: string): void => {
    drafts.keep(id, JSON.stringify({ ...draft, [field]: typed }));
    const { [field]: _said, ...others } = problems;
    setProblems(others);
  };
  const refuse = (found: PortalProblems): void => {
    setProblems(found);
    const first = FIELDS.find((field) => found[field] !== undefined);
    if (first !== undefined) document.getElementById(`${id}.${first}`)?.focus();
  };
  const save = async (isToBeChecked: boolean): Promise<void> => {
    if (isSending.current) return;
    setTrouble(null);
    const found = problemsIn(draft);
    if (Object.keys(found).length > 0) return refuse(found);
    isSending.current = true;
    try {
      const patch = { name: draft.name, kind: draft.kind, address: draft.address };
      const saved = await bridge.saveRecord({ kind: 'portal', id: record?.id ?? null, patch });
      showRecord(client, saved.record);
      drafts.forget(id);
      setProblems({});
      onSaved(saved.record, isToBeChecked);
    } catch (thrown) {
      const field = FIELDS.find((each) => thrown instanceof BridgeError && thrown.field === each);
      if (field === undefined) setTrouble(messageOf(thrown));
      else refuse({ [field]: messageOf(thrown) });
    } finally {
      isSending.current = false;
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(true);
  };
  const box = (field: PortalDraftField) => ({
    path: `${id}.${field}`,
    field,
    text: draft[field],
    problem: problems[field] ?? null,
    onText: (typed: string) => take(field, typed),
  });
  return (
    <form ref={form} className={styles.form} autoComplete="off" noValidate onSubmit={submit}>
      <div className={styles.grid}>
        <LineBox {...box('address')} isWide />
        <LineBox {...box('name')} />
        <KindBox {...box('kind')} />
      </div>
      {trouble === null ? null : (
        <p role="alert" className={folds.trouble}>
          {trouble}
        </p>
      )}
      <div className={folds.actions}>
        <Button type="submit" kind={record === null ? 'primary' : 'secondary'}>
          {labels.andCheck}
        </Button>
        <Button onClick={() => void save(false)}>{labels.only}</Button>
        {onCancel === undefined ? null : (
          <Button
            onClick={() => {
              drafts.forget(id);
              onCancel();
            }}
          >
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

const FIELDS: readonly PortalDraftField[] = ['address', 'name', 'kind'];

function draftOf(record: PlanRecord | null): PortalDraft {
  const textOf = (field: PortalDraftField): string => {
    const value = record?.answers[field];
    return typeof value === 'string' ? value : '';
  };
  return record === null
    ? EMPTY_DRAFT
    : { name: textOf('name'), kind: textOf('kind'), address: textOf('address') };
}
