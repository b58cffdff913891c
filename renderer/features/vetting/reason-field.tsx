import type { ReactNode } from 'react';
import { ReasonBox } from '../../ui/fields/reason-box.tsx';
import { usePatientDataWarning } from '../../ui/fields/text-editor.tsx';

/** As many characters as the field they are stored in takes. */
const MAX_REASON = 2_000;

interface ReasonFieldProps {
  readonly path: string;
  readonly label: string;
  readonly text: string;
  readonly error: string | null;
  readonly onText: (text: string) => void;
}

/** A reason, in a few lines. */
export function ReasonField({ text, ...rest }: ReasonFieldProps): ReactNode {
  const warning = usePatientDataWarning(text);
  return <ReasonBox {...rest} text={text} max={MAX_REASON} warning={warning} />;
}

/** What is wrong with a reason, or null. */
export function reasonProblem(text: string, isRequired: boolean): string | null {
  if (isRequired && text.trim() === '') return 'Say why, in a line or two.';
  return text.trim().length > MAX_REASON ? 'This is too long to be kept. Shorten it.' : null;
}
