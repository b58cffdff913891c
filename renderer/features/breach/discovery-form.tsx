import { type ReactNode, type SubmitEvent, useState } from 'react';
import { discoveryField } from '../../../shared/catalog/breach.ts';
import { formatDate, type IsoDate } from '../../../shared/domain/iso-date.ts';
import { parseTyped } from '../../../shared/domain/typed-input.ts';
import { Button } from '../../ui/button.tsx';
import { DateBox } from '../../ui/fields/date-box.tsx';
import { FieldFrame, fieldIds } from '../../ui/fields/field-frame.tsx';
import styles from './breach-page.module.css';

interface DiscoveryFormProps {
  readonly today: IsoDate;
  /** The day of discovery once it is settled; null while there is none to work with. */
  readonly onDiscovered: (day: IsoDate | null) => void;
}

const PATH = 'breach.discovered_on';
const EMPTY = 'Enter the day it was discovered.';

/**
 * The day of discovery, typed or picked. Nothing of it leaves this component but the day: no draft, no save queue. The
 * dates are worked out when the box is left, not at each key: "1/2/20" on the way to "1/2/2026" would alarm for nothing.
 */
export function DiscoveryForm({ today, onDiscovered }: DiscoveryFormProps): ReactNode {
  const [text, setText] = useState('');
  const [isEditing, setEditing] = useState(false);
  const [asked, setAsked] = useState<'no' | 'left' | 'sent'>('no');
  const parsed = parseTyped(discoveryField, text, today);
  const day = parsed.ok && typeof parsed.value === 'string' ? parsed.value : null;
  const problem = parsed.ok ? (day === null && asked === 'sent' ? EMPTY : null) : parsed.error.message;
  const error = asked === 'no' ? null : problem;
  const settle = (how: 'left' | 'sent'): void => {
    setAsked(how);
    onDiscovered(day);
    if (day !== null) setText(formatDate(day));
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    settle('sent');
    if (day === null) document.getElementById(PATH)?.focus();
  };
  const type = (typed: string): void => {
    setText(typed);
    // The message goes as soon as the text is right, and comes back only when the box is left again.
    if (parseTyped(discoveryField, typed, today).ok) setAsked('no');
  };
  return (
    <form className={styles.form} autoComplete="off" noValidate onSubmit={submit}>
      <FieldFrame
        path={PATH}
        label={discoveryField.label}
        hint={discoveryField.hint}
        isOptional={false}
        isWide
        as="label"
        error={error}
      >
        <div className={styles.entry}>
          <DateBox
            path={PATH}
            label={discoveryField.label}
            text={text}
            day={day}
            isEditing={isEditing}
            isWrong={error !== null}
            isRequired
            describedBy={fieldIds(PATH, true).describedBy}
            bind={{
              value: text,
              onChange: ({ target }) => type(target.value),
              onFocus: () => setEditing(true),
              onBlur: () => {
                setEditing(false);
                settle('left');
              },
            }}
            picked={day}
            latest={today}
            onPick={(picked) => {
              setText(formatDate(picked));
              setAsked('no');
              onDiscovered(picked);
            }}
          />
          <Button kind="primary" type="submit">
            Work out the dates
          </Button>
        </div>
      </FieldFrame>
    </form>
  );
}
