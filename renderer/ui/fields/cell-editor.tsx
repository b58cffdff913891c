import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/domain/result.ts';
import { ChoiceEditor, StateEditor, YesNoEditor } from './choice-editor.tsx';
import { ChoicesEditor } from './choices-editor.tsx';
import { DateEditor } from './date-editor.tsx';
import { EvidenceEditor } from './evidence-editor.tsx';
import type { EditorProps } from './field-scope.tsx';
import { LongTextEditor } from './long-text-editor.tsx';
import { StatesEditor } from './states-editor.tsx';
import { TextEditor } from './text-editor.tsx';

/** The editor for any field that is not a repeating group. */
export function CellEditor({ field, ...rest }: EditorProps): ReactNode {
  switch (field.type) {
    case 'text':
    case 'url':
    case 'integer':
    case 'money':
    case 'percent':
      return <TextEditor field={field} {...rest} />;
    case 'long-text':
      return <LongTextEditor field={field} {...rest} />;
    case 'date':
      return <DateEditor field={field} {...rest} />;
    case 'yes-no':
      return <YesNoEditor field={field} {...rest} />;
    case 'choice':
      return <ChoiceEditor field={field} {...rest} />;
    case 'choices':
      return <ChoicesEditor field={field} {...rest} />;
    case 'state':
      return <StateEditor field={field} {...rest} />;
    case 'states':
      return <StatesEditor field={field} {...rest} />;
    case 'evidence':
      return <EvidenceEditor field={field} {...rest} />;
    default:
      return assertNever(field);
  }
}
