import { type ReactNode, useState } from 'react';
import { evidenceType } from '../../../shared/domain/evidence.ts';
import type { EvidenceFile } from '../../../shared/domain/field.ts';
import { bridge, messageOf } from '../../app/bridge.ts';
import { Button } from '../button.tsx';
import { StatusIcon } from '../status-icon.tsx';

interface ShowEvidenceProps {
  readonly file: Pick<EvidenceFile, 'sha256' | 'mediaType'>;
  /** What the document is called. */
  readonly name: string;
  /** How the button's label goes on: "document 1". */
  readonly what: string;
}

/** Opens a copy of a plain document or picture; shows a copy of anything else in its folder. */
export function ShowEvidence({ file, name, what }: ShowEvidenceProps): ReactNode {
  const [trouble, setTrouble] = useState<string | null>(null);
  const { sha256, mediaType } = file;
  const mayOpen = evidenceType(mediaType).mayOpen;
  const show = (): void => {
    const ask = mayOpen ? bridge.openEvidence : bridge.showEvidence;
    setTrouble(null);
    ask({ sha256, fileName: name.trim() === '' ? 'Document' : name, mediaType }).catch((thrown: unknown) =>
      setTrouble(messageOf(thrown)),
    );
  };
  return (
    <>
      <Button
        kind="quiet"
        aria-label={mayOpen ? `Open ${what}` : `Show ${what} in its folder`}
        onClick={show}
      >
        {mayOpen ? 'Open' : 'Show in folder'}
      </Button>
      <span role="status">{trouble === null ? null : <StatusIcon state="blocked" text={trouble} />}</span>
    </>
  );
}
