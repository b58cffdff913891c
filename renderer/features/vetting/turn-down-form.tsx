import { type ReactNode, type SubmitEvent, useState } from 'react';
import { type CandidateRecord, candidateName } from '../../../shared/domain/vetting/candidate.ts';
import { Button } from '../../ui/button.tsx';
import frames from '../connection/check-list.module.css';
import { useDecisionDraft } from './decision-draft.ts';
import styles from './decision-panel.module.css';
import { ReasonField, reasonProblem } from './reason-field.tsx';

interface TurnDownFormProps {
  readonly record: CandidateRecord;
  readonly onTurnDown: (reason: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Why a candidate is not chosen. */
export function TurnDownForm({ record, onTurnDown, onCancel }: TurnDownFormProps): ReactNode {
  const draft = useDecisionDraft(record.id, () => '');
  const [isAsked, setAsked] = useState(false);
  const path = `decide-${record.id}.${record.id}`;
  const problem = reasonProblem(draft.textOf(record.id), true);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (problem === null) void onTurnDown(draft.textOf(record.id).trim());
    else document.getElementById(path)?.focus();
  };
  return (
    <form className={styles.form} autoComplete="off" noValidate onSubmit={submit}>
      <ReasonField
        path={path}
        label={`Why not ${candidateName(record)}`}
        text={draft.textOf(record.id)}
        error={isAsked ? problem : null}
        onText={(text) => draft.write(record.id, text)}
      />
      <div className={frames.actions}>
        <Button type="submit">Turn it down</Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
