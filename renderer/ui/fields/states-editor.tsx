import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { STATE_CODES, STATE_NAMES, type StateCode } from '../../../shared/catalog/state-codes.ts';
import type { StatesField } from '../../../shared/domain/field.ts';
import { useDraft, useDrafts } from '../../app/saving.tsx';
import { useAnnounce } from '../live-region.tsx';
import { FieldFrame, fieldIds } from './field-frame.tsx';
import type { EditorProps } from './field-scope.tsx';
import { StateChips } from './state-chips.tsx';
import styles from './states-editor.module.css';

/** Several states: type a few letters, press Enter; each chosen one is a chip that can be taken off again. */
export function StatesEditor(props: EditorProps<StatesField>): ReactNode {
  const { field, path, value, onChange, refusal, isOptionalSaid } = props;
  const ids = fieldIds(path, field.hint !== undefined);
  const announce = useAnnounce();
  const draft = useDraft(path);
  const input = useRef<HTMLInputElement>(null);
  const chosen = (Array.isArray(value) ? value : []) as readonly StateCode[];
  const add = (code: StateCode): void => {
    onChange([...chosen, code], 'now');
    announce(`${STATE_NAMES[code]} added.`);
  };
  const offered = STATE_CODES.filter((code) => !chosen.includes(code));
  const problem = draft?.isWrong === true ? problemWith(draft.typed, offered) : null;
  const remove = (code: StateCode): void => {
    const rest = chosen.filter((each) => each !== code);
    onChange(rest.length === 0 ? null : rest, 'now');
    announce(`${STATE_NAMES[code]} removed.`);
    input.current?.focus();
  };
  return (
    <FieldFrame
      path={path}
      label={field.label}
      hint={field.hint}
      isOptional={isOptionalSaid && field.required !== true}
      isWide
      as="label"
      error={problem ?? refusal}
    >
      <div className={styles.picker}>
        <StateChips chosen={chosen} label={field.label} onRemove={remove} />
        <StateSearch
          path={path}
          inputRef={input}
          describedBy={ids.describedBy}
          labelledBy={ids.label}
          isRequired={field.required === true}
          isWrong={problem !== null}
          offered={offered}
          onPick={add}
        />
      </div>
    </FieldFrame>
  );
}

interface StateSearchProps {
  readonly path: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly describedBy: string;
  readonly labelledBy: string;
  readonly isRequired: boolean;
  readonly isWrong: boolean;
  /** What is not chosen yet. */
  readonly offered: readonly StateCode[];
  readonly onPick: (code: StateCode) => void;
}

/** A combobox after the ARIA authoring practices: the focus stays in the box, the arrow keys move through the list. */
function StateSearch(props: StateSearchProps): ReactNode {
  const { path, inputRef, describedBy, labelledBy, isRequired, isWrong, offered, onPick } = props;
  const drafts = useDrafts();
  const query = useDraft(path)?.typed ?? '';
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const matches = matching(offered, query);
  const current = matches[Math.min(active, matches.length - 1)];
  const pick = (code: StateCode): void => {
    onPick(code);
    drafts.forget(path);
    setActive(0);
  };
  const open = (): void => {
    if (!isOpen) setActive(0);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined && matches.length > 0) {
      event.preventDefault();
      if (isOpen)
        setActive((at) => (Math.min(at, matches.length - 1) + step + matches.length) % matches.length);
      open();
    } else if (event.key === 'Enter' && isOpen && current !== undefined) {
      event.preventDefault();
      pick(current);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <div className={styles.search}>
      <input
        ref={inputRef}
        id={path}
        name={path}
        type="text"
        role="combobox"
        className={styles.input}
        placeholder="Type a state"
        autoComplete="off"
        spellCheck={false}
        value={query}
        aria-expanded={isOpen}
        aria-controls={`${path}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && current !== undefined ? `${path}-${current}` : undefined}
        aria-required={isRequired}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onChange={(event) => {
          if (event.target.value === '') drafts.forget(path);
          else drafts.keep(path, event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onClick={open}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false);
          // What was typed and not chosen stays in the box, with the reason why it does not count.
          if (query.trim() === '') drafts.forget(path);
          else drafts.keep(path, query, true);
        }}
      />
      <div className={styles.list} hidden={!isOpen}>
        <div id={`${path}-list`} role="listbox" aria-labelledby={labelledBy}>
          {matches.map((code) => (
            <StateOption key={code} path={path} code={code} isActive={code === current} onPick={pick} />
          ))}
        </div>
        {matches.length === 0 ? <p className={styles.none}>No state has that name.</p> : null}
      </div>
    </div>
  );
}

function problemWith(typed: string, offered: readonly StateCode[]): string | null {
  const name = typed.trim();
  if (name === '') return null;
  return matching(offered, name).length > 0
    ? `“${name}” is not added yet. Choose a state from the list.`
    : `No state that could be added has the name “${name}”. Nothing was added.`;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

interface StateOptionProps {
  readonly path: string;
  readonly code: StateCode;
  readonly isActive: boolean;
  readonly onPick: (code: StateCode) => void;
}

function StateOption({ path, code, isActive, onPick }: StateOptionProps): ReactNode {
  const showActive = (element: HTMLDivElement | null): void => {
    if (isActive) element?.scrollIntoView?.({ block: 'nearest' });
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: in a combobox the focus stays in the box.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles the keys.
    <div
      ref={showActive}
      id={`${path}-${code}`}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      // The box would lose the focus before the click arrives.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(code)}
    >
      {STATE_NAMES[code]} <span className={styles.code}>{code}</span>
    </div>
  );
}

/** States whose code is typed, then those whose name starts with the text, then those that have it inside. */
export function matching(offered: readonly StateCode[], query: string): readonly StateCode[] {
  const wanted = query.trim().toLowerCase();
  const rank = (code: StateCode): number => {
    const name = STATE_NAMES[code].toLowerCase();
    if (code.toLowerCase() === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    return name.includes(wanted) ? 2 : 3;
  };
  return offered.filter((code) => rank(code) < 3).sort((a, b) => rank(a) - rank(b));
}
