import type { ReactNode } from 'react';
import type { DateField } from '../../../shared/domain/field.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import { useDrafts } from '../../app/saving.tsx';
import { DateBox } from './date-box.tsx';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import { type EditorProps, useFieldScope } from './field-scope.tsx';
import { isWide } from './field-width.ts';
import { useTypedText } from './use-typed-text.ts';

/** One date of a form. */
export function DateEditor(props: EditorProps<DateField>): ReactNode {
  const { field, path, value, onChange, isOptionalSaid } = props;
  const { today } = useFieldScope();
  const drafts = useDrafts();
  const typed = useTypedText(props);
  const pick = (picked: IsoDate): void => {
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
      <DateBox
        path={path}
        label={field.label}
        text={typed.text}
        day={typeof typed.understood === 'string' ? typed.understood : null}
        isEditing={typed.isEditing}
        isWrong={typed.error !== null}
        isRequired={field.required === true}
        describedBy={fieldIds(path, field.hint !== undefined).describedBy}
        bind={typed.bind}
        picked={typeof value === 'string' ? value : null}
        latest={field.when === 'past' ? today : '2199-12-31'}
        onPick={pick}
      />
    </FieldFrame>
  );
}
