import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { SaveNote } from '../../renderer/app/save-note.tsx';
import { useAnswers } from '../../renderer/app/saving.tsx';
import { FieldForm } from '../../renderer/ui/fields/field-form.tsx';
import { evidence, rows, text } from '../../shared/catalog/field-builders.ts';
import { EVIDENCE_STATUS_WORDS, MAX_CHUNK_BYTES, MAX_EVIDENCE_BYTES } from '../../shared/domain/evidence.ts';
import type { EvidenceNote } from '../../shared/domain/field.ts';
import { anEvidenceFile, TINY_PDF, TINY_PNG } from '../support/an-evidence-file.ts';
import { aCatalog, anItem, aPlan } from '../support/an-item.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { aFakeEvidence } from '../support/fake-evidence.ts';
import { FORM_ITEM, type RenderedForm, renderForm, renderPage, whenSaved } from '../support/render-form.tsx';
import { aSessionMemory } from '../support/session-memory.ts';
import { aProfile, TODAY } from '../support/test-profile.ts';
import { withDialogs } from '../support/with-dialogs.ts';

beforeAll(withDialogs);

const field = evidence('f', 'Proof');

function aFile(content: Uint8Array | string, name: string): File {
  return new File([content as Uint8Array<ArrayBuffer>], name);
}

/** A file that claims a size, for what is never read. */
function aFileOf(bytes: number, name: string): File {
  const file = aFile('x', name);
  Object.defineProperty(file, 'size', { value: bytes });
  return file;
}

async function pick(form: RenderedForm, ...files: readonly File[]): Promise<void> {
  await form.user.upload(form.control('f-file'), [...files]);
}

/** What a drag or a clipboard carries. */
function carrying(files: readonly File[], types: readonly string[] = ['Files']): object {
  return { files, types, items: files.map(() => ({ kind: 'file', webkitGetAsEntry: () => null })) };
}

const noteOf = (name: string, content: Uint8Array | string): EvidenceNote => ({
  name,
  location: '',
  file: anEvidenceFile(content, name),
});

describe('attaching a file', () => {
  it('by the picker puts it into the answer, with its kind, size and day', async () => {
    const form = await renderForm([field]);
    screen.getByText(/up to 100 MB each/);
    await pick(form, aFile(TINY_PDF, 'EIN letter.pdf'));
    await screen.findByDisplayValue('EIN letter.pdf');
    await whenSaved();
    expect(form.stored('f')).toEqual([noteOf('EIN letter.pdf', TINY_PDF)]);
    screen.getByText(`PDF document · ${TINY_PDF.length} bytes · added 22 Nov 2026`);
    expect(screen.queryByRole('progressbar')).toBe(null);
  });

  it('opens the picker by keyboard', async () => {
    const form = await renderForm([field]);
    let opened = 0;
    form.control('f-file').addEventListener('click', () => {
      opened += 1;
    });
    screen.getByRole('button', { name: 'Attach a file' }).focus();
    await form.user.keyboard('{Enter}');
    expect(opened).toBe(1);
  });

  it('takes several at once, in their order, beside documents in words', async () => {
    const words = { name: 'Lease', location: 'Blue folder' };
    const form = await renderForm([field], { answers: { f: [words] } });
    await pick(form, aFile(TINY_PDF, 'a.pdf'), aFile('one', 'b.txt'), aFile('two', 'c.txt'));
    await screen.findByDisplayValue('c.txt');
    await whenSaved();
    expect(form.stored('f')).toEqual([
      words,
      noteOf('a.pdf', TINY_PDF),
      noteOf('b.txt', 'one'),
      noteOf('c.txt', 'two'),
    ]);
  });

  it('by dropping does the same, and marks the field while files are over it', async () => {
    const form = await renderForm([field]);
    const zone = form.control('f');
    const before = zone.className;
    const over = createEvent.dragOver(zone, { dataTransfer: carrying([]) });
    fireEvent(zone, over);
    expect([over.defaultPrevented, zone.className === before]).toEqual([true, false]);
    fireEvent.dragLeave(zone, { dataTransfer: carrying([]) });
    expect(zone.className).toBe(before);
    fireEvent.drop(zone, { dataTransfer: carrying([aFile(TINY_PDF, 'a.pdf')]) });
    await screen.findByDisplayValue('a.pdf');
    await whenSaved();
    expect(form.stored('f')).toEqual([noteOf('a.pdf', TINY_PDF)]);
  });

  it('leaves dragged text alone, and says that a folder cannot be attached', async () => {
    const form = await renderForm([field]);
    const zone = form.control('f');
    const textOver = createEvent.dragOver(zone, {
      dataTransfer: { types: ['text/plain'], files: [], items: [] },
    });
    fireEvent(zone, textOver);
    expect(textOver.defaultPrevented).toBe(false);
    const folder = {
      ...carrying([aFileOf(0, 'Folder')]),
      items: [{ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }) }],
    };
    fireEvent.drop(zone, { dataTransfer: folder });
    expect(form.saidOf('f')).toContain('A folder cannot be attached.');
    expect(form.fake.callsTo('beginEvidence')).toEqual([]);
  });

  it('by pasting takes a picture from the clipboard under a name of its own', async () => {
    const form = await renderForm([field]);
    const button = screen.getByRole('button', { name: 'Attach a file' });
    fireEvent.paste(button, { clipboardData: carrying([aFile(TINY_PNG, 'image.png')]) });
    await screen.findByDisplayValue('Pasted picture.png');
    await whenSaved();
    expect(form.stored('f')).toEqual([noteOf('Pasted picture.png', TINY_PNG)]);
  });

  it('takes the text, not its picture, when both are pasted into a box', async () => {
    const form = await renderForm([field]);
    await form.user.click(screen.getByRole('button', { name: 'Add a document' }));
    const both = carrying([aFile(TINY_PNG, 'image.png')], ['text/plain', 'text/html', 'Files']);
    const paste = createEvent.paste(form.control('f.0.name'), { clipboardData: both });
    fireEvent(form.control('f.0.name'), paste);
    expect(paste.defaultPrevented).toBe(false);
    expect(form.fake.callsTo('beginEvidence')).toEqual([]);
  });

  it('in a row puts it into that row', async () => {
    const list = rows('f', 'Policies', 'policy', [text('name', 'Name'), evidence('proof', 'Proof')]);
    const answers = {
      f: [
        { rowId: 'r1', name: 'One' },
        { rowId: 'r2', name: 'Two' },
      ],
    };
    const form = await renderForm([list], { answers });
    await form.user.click(form.control('f.r2-toggle'));
    await form.user.upload(form.control('f.r2.proof-file'), aFile(TINY_PDF, 'a.pdf'));
    await screen.findByDisplayValue('a.pdf');
    await whenSaved();
    expect(form.stored('f')).toEqual([
      { rowId: 'r1', name: 'One' },
      { rowId: 'r2', name: 'Two', proof: [noteOf('a.pdf', TINY_PDF)] },
    ]);
  });

  it('goes on when the page is left, and the file is in the answer afterwards', async () => {
    const item = anItem({ id: FORM_ITEM, fields: [field] });
    const fake = aFakeBridge({ catalog: aCatalog([item]), plan: aPlan() });
    const { user } = await renderPage(<Leaving />, { fake });
    const goOn = fake.hold('addEvidenceChunk');
    const picker = document.getElementById(`${FORM_ITEM}.f-file`) as HTMLInputElement;
    await user.upload(picker, aFile(TINY_PDF, 'a.pdf'));
    await screen.findByRole('progressbar');
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    expect(screen.queryByRole('progressbar')).toBe(null);
    await act(async () => goOn());
    await waitFor(() =>
      expect(fake.plan().items[FORM_ITEM]?.answers).toEqual({ f: [noteOf('a.pdf', TINY_PDF)] }),
    );
    await user.click(screen.getByRole('button', { name: 'Come back' }));
    await screen.findByDisplayValue('a.pdf');
  });

  it('keeps a line that is still being written', async () => {
    const memory = aSessionMemory();
    const form = await renderForm([field], { memory });
    await form.user.click(screen.getByRole('button', { name: 'Add a document' }));
    await form.user.type(form.control('f.0.location'), 'Blue folder');
    await pick(form, aFile(TINY_PDF, 'a.pdf'));
    await screen.findByDisplayValue('a.pdf');
    await form.user.type(form.control('f.0.name'), 'Lease');
    await form.user.tab();
    await whenSaved();
    expect(form.stored('f')).toEqual([{ name: 'Lease', location: 'Blue folder' }, noteOf('a.pdf', TINY_PDF)]);
  });
});

describe('a large file', () => {
  const large = Buffer.alloc(2 * MAX_CHUNK_BYTES + 5, 'x');

  it('shows how far it is, and arrives in pieces', async () => {
    const form = await renderForm([field]);
    const goOn = form.fake.hold('addEvidenceChunk');
    await pick(form, aFile(large, 'scan.txt'));
    const progress = await screen.findByRole('progressbar', { name: 'Copying scan.txt' });
    expect(progress.getAttribute('max')).toBe(String(large.length));
    screen.getByText('0 bytes of 2.1 MB');
    await act(async () => goOn());
    await screen.findByDisplayValue('scan.txt');
    expect(form.fake.callsTo('addEvidenceChunk').map(({ at }) => at)).toEqual([
      0,
      MAX_CHUNK_BYTES,
      2 * MAX_CHUNK_BYTES,
    ]);
    await whenSaved();
    expect(form.stored('f')).toEqual([noteOf('scan.txt', large)]);
  });

  it('can be given up, and leaves nothing behind', async () => {
    const form = await renderForm([field]);
    const goOn = form.fake.hold('addEvidenceChunk');
    await pick(form, aFile(large, 'scan.txt'), aFile('small', 'b.txt'));
    await form.user.click(await screen.findByRole('button', { name: 'Cancel scan.txt' }));
    expect(document.activeElement).toBe(form.control('f-attach'));
    await act(async () => goOn());
    await screen.findByDisplayValue('b.txt');
    await whenSaved();
    expect(form.stored('f')).toEqual([noteOf('b.txt', 'small')]);
    expect(form.fake.evidence.underWay()).toEqual([]);
    expect(form.saidOf('f')).toBe('');
  });

  it('that waits for its turn can be given up too', async () => {
    const form = await renderForm([field]);
    const goOn = form.fake.hold('beginEvidence');
    await pick(form, aFile('one', 'a.txt'), aFile('two', 'b.txt'));
    await form.user.click(await screen.findByRole('button', { name: 'Cancel b.txt' }));
    await act(async () => goOn());
    await screen.findByDisplayValue('a.txt');
    await whenSaved();
    expect(form.stored('f')).toEqual([noteOf('a.txt', 'one')]);
    expect(form.fake.callsTo('beginEvidence')).toHaveLength(1);
  });
});

describe('a file that cannot be attached', () => {
  it('is said beside the field, and the others are attached', async () => {
    const form = await renderForm([field]);
    await pick(
      form,
      aFileOf(MAX_EVIDENCE_BYTES + 1, 'film.mov'),
      aFile('', 'empty.txt'),
      aFile('good', 'good.txt'),
    );
    await screen.findByDisplayValue('good.txt');
    expect(form.saidOf('f')).toContain(
      '“film.mov” is 100.1 MB. The largest file that can be attached is 100 MB.',
    );
    expect(form.saidOf('f')).toContain('“empty.txt” is empty');
    expect(form.fake.callsTo('beginEvidence')).toEqual([{ fileName: 'good.txt', bytes: 4 }]);
    await pick(form, aFile('next', 'next.txt'));
    await screen.findByDisplayValue('next.txt');
    expect(form.saidOf('f')).toBe('');
  });

  it('keeps what is there when the disk is full', async () => {
    const words = { name: 'Lease', location: 'Blue folder' };
    const form = await renderForm([field], { answers: { f: [words] } });
    form.fake.failWith('addEvidenceChunk', {
      code: 'disk-full',
      message: '“a.txt” was not copied: the disk is full.',
    });
    await pick(form, aFile('one', 'a.txt'));
    await waitFor(() => expect(form.saidOf('f')).toContain('“a.txt” was not copied: the disk is full.'));
    expect(form.fake.evidence.underWay()).toEqual([]);
    expect(form.stored('f')).toEqual([words]);
    expect(screen.queryByRole('progressbar')).toBe(null);
  });

  it('says when the file cannot be read', async () => {
    const form = await renderForm([field]);
    const gone = aFile('x', 'gone.txt');
    Object.defineProperty(gone, 'slice', {
      value: () => {
        throw new DOMException('gone', 'NotReadableError');
      },
    });
    await pick(form, gone);
    await waitFor(() => expect(form.saidOf('f')).toContain('“gone.txt” could not be read.'));
    expect(form.fake.evidence.underWay()).toEqual([]);
  });

  it('is not listed twice', async () => {
    const form = await renderForm([field]);
    await pick(form, aFile('same', 'a.txt'));
    await screen.findByDisplayValue('a.txt');
    await pick(form, aFile('same', 'b.txt'));
    await screen.findByText('“b.txt” is on this list already, as “a.txt”.');
    expect(form.saidOf('f')).toBe('');
    await whenSaved();
    expect(form.stored('f')).toEqual([noteOf('a.txt', 'same')]);
  });

  it('is refused when the list is full, before it is sent', async () => {
    const full = Array.from({ length: 19 }, (_, index) => ({ name: `Document ${index}`, location: '' }));
    const form = await renderForm([field], { answers: { f: full } });
    await pick(form, aFile('one', 'a.txt'), aFile('two', 'b.txt'));
    await screen.findByDisplayValue('a.txt');
    expect(form.saidOf('f')).toContain('“b.txt” was not attached: 20 documents is the most that fits here.');
    expect(form.fake.callsTo('beginEvidence')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Attach another file' })).toBe(null);
  });
});

describe('an attached file', () => {
  async function withFiles(...files: readonly (readonly [name: string, content: Uint8Array | string])[]) {
    const kept = aFakeEvidence();
    const notes = files.map(([name, content]) => ({ name, location: '', file: kept.put(content, name) }));
    return { kept, notes, form: await renderForm([field], { answers: { f: notes }, evidence: kept }) };
  }

  it('can be renamed, and is still the same file', async () => {
    const { form, notes } = await withFiles(['scan0001.pdf', TINY_PDF]);
    await form.user.clear(form.control('f.0.name'));
    expect(form.saidOf('f')).toBe('');
    await form.user.type(form.control('f.0.name'), 'EIN letter');
    await form.user.type(form.control('f.0.location'), 'Blue folder');
    await form.user.tab();
    await whenSaved();
    expect(form.stored('f')).toEqual([{ ...notes[0], name: 'EIN letter', location: 'Blue folder' }]);
  });

  it('is opened under its name when it is plain, and only shown in its folder otherwise', async () => {
    const { form, notes } = await withFiles(
      ['EIN letter.pdf', TINY_PDF],
      ['Contract.docx', 'PK\u0003\u0004'],
    );
    await form.user.click(await screen.findByRole('button', { name: 'Open document 1' }));
    await form.user.click(screen.getByRole('button', { name: 'Show document 2 in its folder' }));
    expect(screen.queryByRole('button', { name: 'Open document 2' })).toBe(null);
    const asked = notes.map(({ name, file: { sha256, mediaType } }) => ({
      sha256,
      fileName: name,
      mediaType,
    }));
    expect(form.fake.callsTo('openEvidence')).toEqual([asked[0]]);
    expect(form.fake.callsTo('showEvidence')).toEqual([asked[1]]);
  });

  it('says when no program opens it', async () => {
    const { form } = await withFiles(['EIN letter.pdf', TINY_PDF]);
    form.fake.failWith('openEvidence', { code: 'file-failed', message: 'No program.' });
    await form.user.click(await screen.findByRole('button', { name: 'Open document 1' }));
    await screen.findByText('No program.');
  });

  it('shows a picture of itself, larger when asked, and only when it is one', async () => {
    const { form } = await withFiles(['Screen.png', TINY_PNG], ['EIN letter.pdf', TINY_PDF]);
    const look = await screen.findByRole('button', { name: 'Look at document 1' });
    expect(look.querySelector('img')?.getAttribute('src')).toBe(
      `data:image/png;base64,${TINY_PNG.toString('base64')}`,
    );
    expect(screen.queryByRole('button', { name: 'Look at document 2' })).toBe(null);
    expect(form.fake.callsTo('readEvidence')).toHaveLength(1);
    await form.user.click(look);
    const dialog = screen.getByRole('dialog', { name: 'Screen.png' });
    within(dialog).getByRole('img', { name: 'Screen.png' });
    await form.user.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null));
  });

  it.each(['missing', 'changed', 'unreadable'] as const)(
    'that is %s says so, and offers nothing that would fail',
    async (status) => {
      const { kept, notes, form } = await withFiles(['Screen.png', TINY_PNG]);
      await screen.findByRole('button', { name: 'Open document 1' });
      kept.become(notes[0]?.file.sha256 ?? '', status);
      // Coming back to the window looks again.
      fireEvent(window, new Event('focus'));
      await screen.findByText(`${EVIDENCE_STATUS_WORDS[status]}.`);
      expect(screen.queryByRole('button', { name: 'Open document 1' })).toBe(null);
      expect(form.control('f.0.name')).toHaveProperty('value', 'Screen.png');
    },
  );

  it('that is missing is there again when it is attached again', async () => {
    const kept = aFakeEvidence();
    const note = noteOf('a.txt', 'same');
    const form = await renderForm([field], { answers: { f: [note] }, evidence: kept });
    await screen.findByText(`${EVIDENCE_STATUS_WORDS.missing}.`);
    await pick(form, aFile('same', 'a.txt'));
    await screen.findByText('“a.txt” is on this list already.');
    await waitFor(() => expect(screen.queryByText(`${EVIDENCE_STATUS_WORDS.missing}.`)).toBe(null));
  });

  it('is taken off by Remove, and its content stays for undo', async () => {
    const { form, kept, notes } = await withFiles(['a.txt', 'one'], ['b.txt', 'two']);
    await form.user.click(screen.getByRole('button', { name: 'Remove document 1' }));
    await whenSaved();
    expect(form.stored('f')).toEqual([notes[1]]);
    expect(notes.every(({ file }) => kept.holds(file))).toBe(true);
    await act(async () => {
      await form.fake.bridge.undoItem({ itemId: 'fnd-experience' });
    });
    await screen.findByDisplayValue('a.txt');
    expect(form.stored('f')).toEqual(notes);
  });

  it('that was damaged and is attached again is said to have been put right', async () => {
    const kept = aFakeEvidence();
    kept.become(anEvidenceFile('same').sha256, 'changed');
    const form = await renderForm([field], { evidence: kept });
    await pick(form, aFile('same', 'a.txt'));
    await screen.findByText('“a.txt” was kept before, but its copy was damaged. It has been put right.');
  });
});

/** A form that can be left and come back to, in a window that stays. */
function Leaving(): ReactNode {
  const [isHere, setHere] = useState(true);
  const answers = useAnswers(FORM_ITEM);
  return (
    <>
      <SaveNote />
      <button type="button" onClick={() => setHere(!isHere)}>
        {isHere ? 'Leave' : 'Come back'}
      </button>
      {isHere ? (
        <FieldForm target={FORM_ITEM} fields={[field]} answers={answers} today={TODAY} profile={aProfile()} />
      ) : null}
    </>
  );
}
