import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { assessRecord } from '../../../shared/domain/vetting/assess-record.ts';
import { type CandidateRecord, candidateName, textIn } from '../../../shared/domain/vetting/candidate.ts';
import { Button } from '../../ui/button.tsx';
import frames from '../connection/check-list.module.css';
import { useDecisionDraft } from './decision-draft.ts';
import styles from './decision-panel.module.css';
import type { Choice } from './make-choice.ts';
import { ReasonField, reasonProblem } from './reason-field.tsx';
import { VerdictMark } from './verdict-mark.tsx';

interface ChooseFormProps {
  readonly record: CandidateRecord;
  /** The other candidates of the list. */
  readonly others: readonly CandidateRecord[];
  readonly plan: Plan;
  readonly today: IsoDate;
  readonly onChoose: (reason: string, others: Choice['others']) => Promise<void>;
  readonly onCancel: () => void;
}

/** More than these are folded away. */
const MOST_SHOWN = 6;

/** Why this one, and why not the others. One that was chosen before needs a reason to be let go. */
export function ChooseForm(props: ChooseFormProps): ReactNode {
  const { record, others, plan, today, onChoose, onCancel } = props;
  const noted = new Map(
    others.filter(isTurnedDown).map((each) => [each.id, textIn(each, 'decision_reason')]),
  );
  const draft = useDecisionDraft(record.id, (id) => noted.get(id) ?? '');
  const [isAsked, setAsked] = useState(false);
  const [isSending, setSending] = useState(false);
  const problemOf = (each: CandidateRecord): string | null =>
    reasonProblem(draft.textOf(each.id), each.id === record.id || isChosen(each));
  const sorted = [...others].sort(
    (a, b) => Number(isChosen(b)) - Number(isChosen(a)) || scoreOf(b) - scoreOf(a),
  );
  function scoreOf(each: CandidateRecord): number {
    return assessRecord(each, plan, today).assessment.score;
  }
  const choose = async (): Promise<void> => {
    setAsked(true);
    const wrong = [record, ...sorted].find((each) => problemOf(each) !== null);
    if (wrong !== undefined) {
      document.getElementById(pathOf(record, wrong))?.focus();
      return;
    }
    if (isSending) return;
    setSending(true);
    const written = sorted
      .map((each) => ({ record: each, reason: draft.textOf(each.id).trim() }))
      // What was decided before, and is not written anew, keeps its day.
      .filter(({ record: each, reason }) => reason !== '' && reason !== noted.get(each.id)?.trim());
    await onChoose(draft.textOf(record.id).trim(), written);
    setSending(false);
  };
  const field = (each: CandidateRecord, label: string): ReactNode => (
    <ReasonField
      key={each.id}
      path={pathOf(record, each)}
      label={label}
      text={draft.textOf(each.id)}
      error={isAsked ? problemOf(each) : null}
      onText={(text) => draft.write(each.id, text)}
    />
  );
  const whyNot = (each: CandidateRecord): ReactNode => (
    <div key={each.id} className={styles.other}>
      <VerdictMark verdict={assessRecord(each, plan, today).assessment.verdict} />
      {field(each, `Why not ${candidateName(each)}${isChosen(each) ? ', chosen until now' : ' (optional)'}`)}
    </div>
  );
  return (
    <form
      className={styles.form}
      autoComplete="off"
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void choose();
      }}
    >
      {field(record, `Why ${candidateName(record)}`)}
      {sorted.slice(0, MOST_SHOWN).map(whyNot)}
      <MoreOthers others={sorted.slice(MOST_SHOWN)} show={whyNot} />
      <p className={styles.soft}>
        Choosing it adds it to your partners as a vendor. A company you write a reason about is marked “Not
        chosen”; the rest stay as they are.
      </p>
      <div className={frames.actions}>
        <Button type="submit" kind="primary" aria-disabled={isSending}>
          Choose {candidateName(record)}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

function MoreOthers({
  others,
  show,
}: {
  readonly others: readonly CandidateRecord[];
  readonly show: (record: CandidateRecord) => ReactNode;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  if (others.length === 0) return null;
  return isOpen ? (
    others.map(show)
  ) : (
    <p>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        Say why not of the other {others.length}
      </Button>
    </p>
  );
}

function isChosen(record: CandidateRecord): boolean {
  return textIn(record, 'decision') === 'chosen';
}

function isTurnedDown(record: CandidateRecord): boolean {
  return textIn(record, 'decision') === 'not-chosen';
}

function pathOf(chosen: CandidateRecord, about: CandidateRecord): string {
  return `decide-${chosen.id}.${about.id}`;
}
