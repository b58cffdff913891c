import { type ReactNode, useRef } from 'react';
import { Button } from '../button.tsx';

interface AttachButtonProps {
  /** `target.field`. */
  readonly path: string;
  readonly isFirst: boolean;
  /** Id of the words about what can be attached, and how else. */
  readonly hintId: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Asks for files with the system's own dialog. */
export function AttachButton({ path, isFirst, hintId, onFiles }: AttachButtonProps): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        id={`${path}-attach`}
        kind={isFirst ? 'secondary' : 'quiet'}
        aria-describedby={hintId}
        onClick={() => picker.current?.click()}
      >
        {isFirst ? 'Attach a file' : 'Attach another file'}
      </Button>
      <input
        ref={picker}
        id={`${path}-file`}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // Or the same file, chosen again after a failure, would be no change.
          target.value = '';
        }}
      />
    </>
  );
}
