import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { evidencePlace } from '../../app/evidence-place.ts';
import { useUploads } from '../../app/saving.tsx';
import { useFieldScope } from './field-scope.tsx';

interface IncomingFiles {
  /** Files are held over the field. */
  readonly isOver: boolean;
  readonly take: (files: readonly File[]) => void;
  /** To put on the element that files may be dropped on and pasted into. */
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
}

const A_FOLDER = 'A folder cannot be attached. Choose the documents in it.';

/** Takes files into a field for evidence: picked, dropped or pasted, they all go the same way. */
export function useIncomingFiles(path: string): IncomingFiles {
  const { target } = useFieldScope();
  const uploads = useUploads();
  const [isOver, setOver] = useState(false);
  const take = (files: readonly File[]): void => {
    if (files.length > 0) uploads.attach(evidencePlace(target, path), files);
  };
  return {
    isOver,
    take,
    handlers: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event) => {
        setOver(false);
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        const { files, hasFolder } = droppedFiles(event.dataTransfer);
        take(files);
        if (hasFolder) uploads.refuse(path, A_FOLDER);
      },
      onPaste: (event) => {
        const { files, types } = event.clipboardData;
        // Text copied from an office program brings a picture of itself along: in a box to type in it is the text that is meant.
        const isText = types.includes('text/plain') && event.target instanceof HTMLInputElement;
        if (files.length === 0 || isText) return;
        event.preventDefault();
        take([...files].map(named));
      },
    },
  };
}

/** A folder looks like a file until one tries to read it. */
function droppedFiles({ files, items }: DataTransfer): {
  readonly files: readonly File[];
  readonly hasFolder: boolean;
} {
  const entries = [...items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry?.());
  return {
    files: [...files].filter((_, index) => entries[index]?.isDirectory !== true),
    hasFolder: entries.some((entry) => entry?.isDirectory === true),
  };
}

/** Every picture that is pasted is called the same by the browser. */
function named(file: File): File {
  return file.name === 'image.png' ? new File([file], 'Pasted picture.png', { type: file.type }) : file;
}
