import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import controls from '../../ui/fields/controls.module.css';
import { FieldFrame, fieldIds } from '../../ui/fields/field-frame.tsx';
import { usePatientDataWarning } from '../../ui/fields/text-editor.tsx';
import { type PortalDraftField, portalField, portalKinds } from './portal-draft.ts';

interface BoxProps {
  /** The control's id and name. */
  readonly path: string;
  readonly field: PortalDraftField;
  readonly text: string;
  readonly problem: string | null;
  readonly onText: (text: string) => void;
  readonly isWide?: boolean | undefined;
}

/** One line to type in, of the form of a portal. */
export function LineBox({ path, field, text, problem, onText, isWide = false }: BoxProps): ReactNode {
  const { label, hint } = portalField(field);
  const warning = usePatientDataWarning(text);
  return (
    <FieldFrame
      path={path}
      label={label}
      hint={hint}
      isOptional={false}
      isWide={isWide}
      as="label"
      error={problem}
      warning={warning}
    >
      <div className={classNames(controls.box, problem !== null && controls.wrong)}>
        <input
          id={path}
          name={path}
          type="text"
          className={controls.input}
          inputMode={field === 'address' ? 'url' : 'text'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          value={text}
          onChange={(event) => onText(event.target.value)}
          aria-required
          aria-invalid={problem !== null}
          aria-describedby={fieldIds(path, hint !== undefined).describedBy}
        />
      </div>
    </FieldFrame>
  );
}

/** What kind of portal it is. */
export function KindBox({ path, field, text, problem, onText }: BoxProps): ReactNode {
  const { label, hint } = portalField(field);
  return (
    <FieldFrame
      path={path}
      label={label}
      hint={hint}
      isOptional={false}
      isWide={false}
      as="label"
      error={problem}
    >
      <div className={controls.chevroned}>
        <select
          id={path}
          name={path}
          className={classNames(controls.select, problem !== null && controls.wrong)}
          value={text}
          onChange={(event) => onText(event.target.value)}
          aria-required
          aria-invalid={problem !== null}
          aria-describedby={fieldIds(path, hint !== undefined).describedBy}
        >
          <option value="">Choose…</option>
          {portalKinds().map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
}
