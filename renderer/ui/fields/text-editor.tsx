import { type ReactNode, useDeferredValue } from 'react';
import { MAX_TEXT } from '../../../shared/domain/field.ts';
import { warnOfPatientData } from '../../../shared/domain/patient-data.ts';
import type { TypedField } from '../../../shared/domain/typed-input.ts';
import { classNames } from '../class-names.ts';
import styles from './controls.module.css';
import { Counter } from './counter.tsx';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import type { EditorProps } from './field-scope.tsx';
import { isWide } from './field-width.ts';
import { useTypedText } from './use-typed-text.ts';

type LineField = Exclude<TypedField, { type: 'long-text' | 'date' }>;

/** One line to type in: text, a web address, a number, dollars, per cent. */
export function TextEditor(props: EditorProps<LineField>): ReactNode {
  const { field, path, isOptionalSaid } = props;
  const typed = useTypedText(props);
  const ids = fieldIds(path, field.hint !== undefined);
  const { before, after } = affixesOf(field);
  const isFree = field.type === 'text';
  const warning = usePatientDataWarning(isFree ? typed.text : '');
  const affixId = `${path}-unit`;
  return (
    <FieldFrame
      path={path}
      label={field.label}
      hint={field.hint}
      isOptional={isOptionalSaid && field.required !== true}
      isWide={isWide(field)}
      as="label"
      error={typed.error}
      warning={warning}
      aside={isFree ? <Counter length={typed.text.length} max={field.maxLength ?? MAX_TEXT} /> : null}
    >
      <div className={classNames(styles.box, styles[field.type], typed.error !== null && styles.wrong)}>
        {before === null ? null : (
          <span className={styles.affix} aria-hidden="true">
            {before}
          </span>
        )}
        <input
          {...typed.bind}
          id={path}
          name={path}
          type="text"
          className={styles.input}
          inputMode={inputModeOf(field)}
          autoComplete="off"
          spellCheck={isFree}
          dir={isFree ? 'auto' : undefined}
          aria-required={field.required === true}
          aria-invalid={typed.error !== null}
          aria-describedby={after === null ? ids.describedBy : `${affixId} ${ids.describedBy}`}
        />
        {after === null ? null : (
          <span id={affixId} className={styles.affix}>
            {after}
          </span>
        )}
      </div>
    </FieldFrame>
  );
}

/** Warns of patient data a moment after typing: the patterns are not run on every keystroke of a long text. */
export function usePatientDataWarning(text: string): string | null {
  return warnOfPatientData(useDeferredValue(text))?.message ?? null;
}

function affixesOf(field: LineField): { readonly before: string | null; readonly after: string | null } {
  if (field.type === 'money') return { before: '$', after: null };
  if (field.type === 'percent') return { before: null, after: '%' };
  return { before: null, after: field.type === 'integer' ? (field.unit ?? null) : null };
}

function inputModeOf(field: LineField): 'text' | 'url' | 'numeric' | 'decimal' {
  if (field.type === 'integer') return 'numeric';
  if (field.type === 'url') return 'url';
  return field.type === 'text' ? 'text' : 'decimal';
}
