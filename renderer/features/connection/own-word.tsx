import { type ReactNode, useId } from 'react';
import type { Field } from '../../../shared/domain/field.ts';
import type { Profile } from '../../../shared/domain/plan.ts';
import { unfilledIn } from '../../../shared/domain/visible-answers.ts';
import { SaveNote } from '../../app/save-note.tsx';
import type { SaveTarget } from '../../app/save-queue.ts';
import { useAnswers } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldForm } from '../../ui/fields/field-form.tsx';
import styles from './own-word.module.css';

interface OwnWordProps {
  readonly target: SaveTarget;
  readonly fields: readonly Field[];
  readonly today: string;
  readonly profile: Profile;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** What is said of it so far; null until it counts. */
  readonly counted: string | null;
}

/** Where a person says what they saw, because the app could not tell. Folded until it is wanted. */
export function OwnWordPart(props: OwnWordProps): ReactNode {
  const { isOpen, onToggle, counted } = props;
  const id = useId();
  return (
    <div className={styles.part}>
      <Button aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
        {isOpen
          ? 'Close what you saw yourself'
          : counted === null
            ? 'Say what you saw yourself'
            : 'Change what you saw yourself'}
      </Button>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <OwnWordForm {...props} /> : null}
      </div>
    </div>
  );
}

function OwnWordForm({ target, fields, today, profile, counted }: OwnWordProps): ReactNode {
  const answers = useAnswers(target);
  const missing = unfilledIn(fields, answers, profile);
  return (
    <div className={styles.form}>
      <h3>What you saw yourself</h3>
      <p className={styles.lead}>
        This is your word. It is printed as your word, with the day, and never as a check by the app.
      </p>
      <FieldForm target={target} fields={fields} answers={answers} today={today} profile={profile} />
      <div className={styles.ending}>
        <p className={styles.counted} aria-live="polite">
          {standingOf(counted, missing.map(labelIn))}
        </p>
        <SaveNote />
      </div>
    </div>
  );
}

function standingOf(counted: string | null, missing: readonly string[]): string {
  const left = missing.join(', ');
  if (counted === null) {
    return missing.length === 0
      ? 'Counts as your word as soon as you could tell.'
      : `Counts as your word when this is filled in: ${left}.`;
  }
  const said = `Counts as your word: ${counted}.`;
  return missing.length === 0 ? said : `${said} The checklist still asks for ${left}.`;
}

// "Fill in “Certificate”." says it for a list of its own; here the names are enough.
function labelIn(sentence: string): string {
  return sentence.replace(/^Fill in (.*)\.$/, '$1');
}
