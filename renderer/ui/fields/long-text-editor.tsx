import type { ReactNode } from 'react';
import { type LongTextField, MAX_LONG_TEXT } from '../../../shared/domain/field.ts';
import { classNames } from '../class-names.ts';
import styles from './controls.module.css';
import { Counter } from './counter.tsx';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import type { EditorProps } from './field-scope.tsx';
import { usePatientDataWarning } from './text-editor.tsx';
import { useTypedText } from './use-typed-text.ts';

/** Several lines to type in. The box grows with the text. */
export function LongTextEditor(props: EditorProps<LongTextField>): ReactNode {
  const { field, path, isOptionalSaid } = props;
  const typed = useTypedText(props);
  const ids = fieldIds(path, field.hint !== undefined);
  const warning = usePatientDataWarning(typed.text);
  return (
    <FieldFrame
      path={path}
      label={field.label}
      hint={field.hint}
      isOptional={isOptionalSaid && field.required !== true}
      isWide
      as="label"
      error={typed.error}
      warning={warning}
      aside={<Counter length={typed.text.length} max={field.maxLength ?? MAX_LONG_TEXT} />}
    >
      {/* The hidden copy of the text gives the box its height: no measuring, no inline style. */}
      <div
        className={classNames(styles.box, styles.growing, typed.error !== null && styles.wrong)}
        data-text={typed.text}
      >
        <textarea
          {...typed.bind}
          id={path}
          name={path}
          rows={2}
          className={styles.input}
          autoComplete="off"
          dir="auto"
          aria-required={field.required === true}
          aria-invalid={typed.error !== null}
          aria-describedby={ids.describedBy}
        />
      </div>
    </FieldFrame>
  );
}
