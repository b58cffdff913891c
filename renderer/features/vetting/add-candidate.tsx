import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CandidateKind } from '../../../shared/domain/vetting/candidate.ts';
import { BridgeError, bridge, messageOf } from '../../app/bridge.ts';
import { showRecord } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { useDraft, useDrafts } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import controls from '../../ui/fields/controls.module.css';
import { FieldFrame, fieldIds } from '../../ui/fields/field-frame.tsx';
import { KIND_WORDS } from './candidate-kinds.ts';
import styles from './candidate-list.module.css';

/** Adds a candidate by its name, and goes on to its page. A name that is taken is refused beside the box; the text stays. */
export function AddCandidate({ kind }: { readonly kind: CandidateKind }): ReactNode {
  const { noun } = KIND_WORDS[kind];
  const path = `new-${kind}`;
  const client = useQueryClient();
  const drafts = useDrafts();
  const name = useDraft(path)?.typed ?? '';
  const [, navigate] = useLocation();
  const [problem, setProblem] = useState<string | null>(null);
  const isSending = useRef(false);
  const refuse = (message: string): void => {
    setProblem(message);
    document.getElementById(path)?.focus();
  };
  const add = async (): Promise<void> => {
    if (isSending.current) return;
    if (name.trim() === '') return refuse(`Type the name of the ${noun}.`);
    isSending.current = true;
    try {
      const { record } = await bridge.saveRecord({ kind, id: null, patch: { name: name.trim() } });
      showRecord(client, record);
      drafts.forget(path);
      navigate(paths.candidate(record.id));
    } catch (thrown) {
      refuse(thrown instanceof BridgeError ? thrown.message : messageOf(thrown));
    } finally {
      isSending.current = false;
    }
  };
  return (
    <form
      className={styles.form}
      autoComplete="off"
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void add();
      }}
    >
      <FieldFrame
        path={path}
        label={`Add ${kind === 'clearinghouse' ? 'a clearinghouse' : 'billing software'}`}
        hint={
          kind === 'clearinghouse' ? 'The name it goes by. The rest comes later.' : 'The name of the product.'
        }
        isOptional={false}
        isWide
        as="label"
        error={problem}
      >
        <div className={styles.entry}>
          <div className={classNames(controls.box, problem !== null && controls.wrong)}>
            <input
              id={path}
              name={path}
              type="text"
              className={controls.input}
              autoComplete="off"
              dir="auto"
              value={name}
              onChange={(event) => {
                setProblem(null);
                drafts.keep(path, event.target.value);
              }}
              aria-invalid={problem !== null}
              aria-describedby={fieldIds(path, true).describedBy}
            />
          </div>
          <Button type="submit">Add</Button>
        </div>
      </FieldFrame>
    </form>
  );
}
