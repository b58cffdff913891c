import type { ReactNode } from 'react';
import type { ChoicesField } from '../../../shared/domain/field.ts';
import { classNames } from '../class-names.ts';
import styles from './controls.module.css';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import type { EditorProps } from './field-scope.tsx';

/** Any number out of a closed list, as check boxes. */
export function ChoicesEditor(props: EditorProps<ChoicesField>): ReactNode {
  const { field, path, value, onChange, refusal, isOptionalSaid } = props;
  const ids = fieldIds(path, field.hint !== undefined);
  const ticked = new Set((Array.isArray(value) ? value : []) as readonly string[]);
  const tick = (option: string, isOn: boolean): void => {
    // Stored in the order of the list, however they were ticked.
    const next = field.options
      .map((each) => each.value)
      .filter((each) => (each === option ? isOn : ticked.has(each)));
    onChange(next.length === 0 ? null : next, 'now');
  };
  return (
    <FieldFrame
      path={path}
      label={field.label}
      hint={field.hint}
      isOptional={isOptionalSaid && field.required !== true}
      isWide
      as="group"
      error={refusal}
    >
      <fieldset
        id={path}
        className={classNames(styles.options, styles.columns)}
        aria-labelledby={ids.label}
        aria-describedby={ids.describedBy}
      >
        {field.options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="checkbox"
              name={path}
              value={option.value}
              checked={ticked.has(option.value)}
              onChange={(event) => tick(option.value, event.target.checked)}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    </FieldFrame>
  );
}
