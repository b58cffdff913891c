import { type ReactNode, useRef } from 'react';
import { formatDate, formatLongDate, type IsoDate } from '../../../shared/domain/iso-date.ts';
import { classNames } from '../class-names.ts';
import styles from './controls.module.css';
import type { TypedText } from './use-typed-text.ts';

interface DateBoxProps {
  /** The control's id and name. */
  readonly path: string;
  readonly label: string;
  readonly text: string;
  /** The day read from the text; null while there is none. */
  readonly day: IsoDate | null;
  readonly isEditing: boolean;
  readonly isWrong: boolean;
  readonly isRequired: boolean;
  /** Ids of hint and message. */
  readonly describedBy: string;
  readonly bind: TypedText['bind'];
  /** What the calendar opens at. */
  readonly picked: IsoDate | null;
  /** The last day the calendar offers. */
  readonly latest: IsoDate;
  readonly onPick: (day: IsoDate) => void;
}

/** A box that reads dates as people write them, says which day it understood, and a calendar for those who prefer it. */
export function DateBox(props: DateBoxProps): ReactNode {
  const { path, label, text, day, isEditing, isWrong, isRequired, describedBy, bind } = props;
  return (
    <div className={classNames(styles.box, styles.date, isWrong && styles.wrong)}>
      <input
        {...bind}
        id={path}
        name={path}
        type="text"
        className={styles.input}
        placeholder={isEditing ? 'mm/dd/yyyy' : undefined}
        autoComplete="off"
        spellCheck={false}
        aria-required={isRequired}
        aria-invalid={isWrong}
        aria-describedby={`${describedBy} ${path}-day`}
      />
      <span
        id={`${path}-day`}
        className={styles.affix}
        title={day === null ? undefined : formatLongDate(day)}
      >
        {day === null || !isEditing ? null : understoodAs(day, text)}
      </span>
      <Calendar label={label} picked={props.picked} latest={props.latest} onPick={props.onPick} />
    </div>
  );
}

type CalendarProps = Pick<DateBoxProps, 'label' | 'picked' | 'latest' | 'onPick'>;

/** The platform's own calendar, one button away. */
function Calendar({ label, picked, latest, onPick }: CalendarProps): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={styles.calendar}
        aria-label={`Pick a day: ${label}`}
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
        max={latest}
        value={picked ?? ''}
        onChange={({ target }) => (target.value === '' ? undefined : onPick(target.value))}
      />
    </>
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
