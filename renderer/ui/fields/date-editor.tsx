import { type ReactNode, useRef } from 'react';
import type { DateField } from '../../../shared/domain/field.ts';
import { formatDate, formatLongDate, type IsoDate } from '../../../shared/domain/iso-date.ts';
import { useDrafts } from '../../app/saving.tsx';
import { classNames } from '../class-names.ts';
import styles from './controls.module.css';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import { type EditorProps, useFieldScope } from './field-scope.tsx';
import { isWide } from './field-width.ts';
import { useTypedText } from './use-typed-text.ts';

/** A box that reads dates as people write them, says which day it understood, and a calendar for those who prefer it. */
export function DateEditor(props: EditorProps<DateField>): ReactNode {
  const { field, path, value, onChange, isOptionalSaid } = props;
  const { today } = useFieldScope();
  const drafts = useDrafts();
  const typed = useTypedText(props);
  const picker = useRef<HTMLInputElement>(null);
  const ids = fieldIds(path, field.hint !== undefined);
  const day = typeof typed.understood === 'string' ? typed.understood : null;
  const pick = (picked: string): void => {
    if (picked === '') return;
    drafts.forget(path);
    onChange(picked, 'now');
  };
  return (
    <FieldFrame
      path={path}
      label={field.label}
      hint={field.hint}
      isOptional={isOptionalSaid && field.required !== true}
      isWide={isWide(field)}
      as="label"
      error={typed.error}
    >
      <div className={classNames(styles.box, styles.date, typed.error !== null && styles.wrong)}>
        <input
          {...typed.bind}
          id={path}
          name={path}
          type="text"
          className={styles.input}
          placeholder={typed.isEditing ? 'mm/dd/yyyy' : undefined}
          autoComplete="off"
          spellCheck={false}
          aria-required={field.required === true}
          aria-invalid={typed.error !== null}
          aria-describedby={`${ids.describedBy} ${path}-day`}
        />
        <span
          id={`${path}-day`}
          className={styles.affix}
          title={day === null ? undefined : formatLongDate(day)}
        >
          {day === null || !typed.isEditing ? null : understoodAs(day, typed.text)}
        </span>
        <button
          type="button"
          className={styles.calendar}
          aria-label={`Pick a day: ${field.label}`}
          onClick={() => picker.current?.showPicker()}
        >
          <CalendarIcon />
        </button>
        <input
          ref={picker}
          type="date"
          className={styles.picker}
          tabIndex={-1}
          aria-hidden="true"
          min="1900-01-01"
          max={field.when === 'past' ? today : '2199-12-31'}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => pick(event.target.value)}
        />
      </div>
    </FieldFrame>
  );
}

// "12/11/2026" could be two days, so it is said in full; of "December 11, 2026" only the weekday is news.
function understoodAs(day: IsoDate, text: string): string {
  const weekday = formatLongDate(day).slice(0, 3);
  return /\p{L}/u.test(text) ? weekday : `${weekday} ${formatDate(day)}`;
}

function CalendarIcon(): ReactNode {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={styles.icon}>
      <rect x="1.75" y="3" width="12.5" height="11.25" rx="1.5" />
      <path d="M1.75 6.5h12.5M5 1.25V4M11 1.25V4" />
    </svg>
  );
}
