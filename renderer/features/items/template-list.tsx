import { type ReactNode, useRef, useState } from 'react';
import type { Template } from '../../../shared/catalog/types.ts';
import { Button } from '../../ui/button.tsx';
import { SourceLine } from '../../ui/source-line.tsx';
import { copyText } from './copy-text.ts';
import styles from './template-list.module.css';

interface TemplateListProps {
  readonly templates: readonly Template[] | undefined;
}

/** Texts ready to use, folded until one is wanted. Nothing for an item that has none. */
export function TemplateList({ templates = [] }: TemplateListProps): ReactNode {
  if (templates.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="templates">
      <h2 id="templates">Ready-to-use texts</h2>
      <p className={styles.lead}>
        Copy a text, then fill in what stands between ⟨ and ⟩. Nothing of it is kept here. The wording is
        ours; the sources are for the rule behind it.
      </p>
      <ul className={styles.list} aria-labelledby="templates">
        {templates.map((template) => (
          <li key={template.id}>
            <TemplateFold template={template} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TemplateFold({ template }: { readonly template: Template }): ReactNode {
  const { title, lead, text, cautions = [], sources, status } = template;
  const shown = useRef<HTMLDivElement>(null);
  return (
    <details className={styles.template}>
      <summary className={styles.title}>{title}</summary>
      <div className={styles.body}>
        {lead === undefined ? null : <p>{lead}</p>}
        <div ref={shown} className={styles.text}>
          {withBlanks(text)}
        </div>
        <CopyButton
          title={title}
          onCopy={async () => shown.current !== null && copyText(text, shown.current)}
        />
        {cautions.length === 0 ? null : (
          <div>
            <h3 className={styles.label}>Take care</h3>
            <ul className={styles.cautions}>
              {cautions.map((caution) => (
                <li key={caution}>{caution}</li>
              ))}
            </ul>
          </div>
        )}
        <ul className={styles.sources} aria-label="Sources">
          {sources.map((id) => (
            <li key={id}>
              <SourceLine id={id} status={status} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

const COPIED = 'Copied.';
const REFUSED = 'Copying was refused. The text is selected: press Ctrl+C, or ⌘C on a Mac.';

interface CopyButtonProps {
  readonly title: string;
  /** True when the text is on the clipboard. */
  readonly onCopy: () => Promise<boolean>;
}

function CopyButton({ title, onCopy }: CopyButtonProps): ReactNode {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    // Emptied first, so that the same words said twice are read twice.
    setSaid('');
    setSaid((await onCopy()) ? COPIED : REFUSED);
  };
  return (
    <div className={styles.copy}>
      <Button onClick={copy}>
        Copy<span className="visually-hidden">: {title}</span>
      </Button>
      <span role="status">{said}</span>
    </div>
  );
}

/** The text with each ⟨blank⟩ set off. What is selected and copied by hand stays the same text. */
function withBlanks(text: string): ReactNode {
  return text.split(/(⟨[^⟩]*⟩)/).map((part, index) =>
    part.startsWith('⟨') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text have no identity beyond their place.
      <span key={index} className={styles.blank}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
