import { describe, expect, it } from 'vitest';
import { isOfType, mediaTypeOf } from '../../electron/store/evidence-kind.ts';
import { mayPreview } from '../../electron/store/evidence-picture.ts';
import { EVIDENCE_TYPES, evidenceType } from '../../shared/domain/evidence.ts';
import { TINY_PDF, TINY_PNG } from '../support/an-evidence-file.ts';

const UNKNOWN = 'application/octet-stream';
const bytes = (...values: readonly (number | string)[]): Buffer =>
  Buffer.concat(values.map((value) => (typeof value === 'string' ? Buffer.from(value) : Buffer.of(value))));

const GIF = Buffer.concat([Buffer.from('GIF89a'), Buffer.of(3, 0, 2, 0), Buffer.alloc(20)]);
/** One segment before the one that says how large the picture is: 2 by 3. */
const JPEG = Buffer.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 3, 0, 2, 1, 0, 0, 0);
const webp = (form: string, rest: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(form), Buffer.alloc(4), Buffer.from(rest)]);
const WEBP_LOSSY = webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 5, 0, 4, 0]);
const WEBP_LOSSLESS = webp('VP8L', [0x2f, 4, 0xc0, 0, 0]);
const WEBP_EXTENDED = webp('VP8X', [0, 0, 0, 0, 4, 0, 0, 3, 0, 0]);
const ZIP = bytes('PK', 3, 4, 'rest');

describe('the kind of a file', () => {
  it.each([
    ['letter.pdf', TINY_PDF, 'application/pdf'],
    ['letter', TINY_PDF, 'application/pdf'],
    ['called.png', TINY_PDF, 'application/pdf'],
    ['a.png', TINY_PNG, 'image/png'],
    ['a.gif', GIF, 'image/gif'],
    ['a.jpg', JPEG, 'image/jpeg'],
    ['a.webp', WEBP_LOSSY, 'image/webp'],
    ['a.tif', bytes('II*', 0), 'image/tiff'],
    ['a.heic', bytes(0, 0, 0, 24, 'ftypheic'), 'image/heic'],
    ['a.rtf', bytes('{\\rtf1 text}'), 'application/rtf'],
    ['a.DOCX', ZIP, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.xlsx', ZIP, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.odt', ZIP, 'application/vnd.oasis.opendocument.text'],
    ['a.ods', ZIP, 'application/vnd.oasis.opendocument.spreadsheet'],
    ['a.zip', ZIP, 'application/zip'],
    ['a.txt', bytes('Hello\r\n\tworld'), 'text/plain'],
    ['a.csv', bytes('Name,Betrag\n', 0xfc, ',1'), 'text/csv'],
    ['a.eml', bytes('From: ann@example.org\r\n'), 'message/rfc822'],
  ])('of %s is found', (name, head, mediaType) => {
    expect(mediaTypeOf(name, head)).toBe(mediaType);
    expect(isOfType(mediaType, head)).toBe(true);
    expect(Object.keys(EVIDENCE_TYPES)).toContain(mediaType);
  });

  it.each([
    ['page.png', bytes('<!doctype html><script>alert(1)</script>')],
    ['drawing.png', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['drawing.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['page.html', bytes('<!doctype html>')],
    ['program.png', bytes('MZ', 0x90, 0, 3)],
    ['program.txt', bytes('MZ', 0x90, 0, 3)],
    ['program.pdf', bytes(0x7f, 'ELF')],
    ['script.sh', bytes('#!/bin/sh\nrm -rf /')],
    ['start.desktop', bytes('[Desktop Entry]\nExec=rm')],
    ['link.lnk', bytes('L', 0, 0, 0)],
    ['late.pdf', bytes('<html>\n%PDF-1.7')],
    ['macros.docm', ZIP],
    ['app.jar', ZIP],
    ['short.png', TINY_PNG.subarray(0, 7)],
    ['nul.txt', bytes('a', 0, 'b')],
    ['noextension', bytes('text')],
  ])('of %s is not one that is opened or shown', (name, head) => {
    const type = mediaTypeOf(name, head);
    expect(type).toBe(UNKNOWN);
    expect(evidenceType(type)).toMatchObject({ mayOpen: false, isPicture: false, extension: 'bin' });
    for (const claimed of ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp']) {
      expect(isOfType(claimed, head), claimed).toBe(false);
      expect(evidenceType(claimed).isPicture && mayPreview(claimed, head) && isOfType(claimed, head)).toBe(
        false,
      );
    }
  });

  it('that could hold a program is never opened', () => {
    const opened = Object.entries(EVIDENCE_TYPES).filter(([, { mayOpen }]) => mayOpen);
    expect(opened.map(([, { extension }]) => extension).sort()).toEqual(
      ['gif', 'jpg', 'pdf', 'png', 'txt', 'webp'].sort(),
    );
  });
});

describe('the size of a picture', () => {
  it.each([
    ['image/png', TINY_PNG],
    ['image/gif', GIF],
    ['image/jpeg', JPEG],
    ['image/webp', WEBP_LOSSY],
    ['image/webp', WEBP_LOSSLESS],
    ['image/webp', WEBP_EXTENDED],
  ])('is read from a %s', (mediaType, content) => {
    expect(mayPreview(mediaType, content)).toBe(true);
    expect(mayPreview(mediaType, content.subarray(0, 9))).toBe(false);
  });

  it.each([
    ['image/gif', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(10, 0xff)])],
    ['image/jpeg', Buffer.from([...JPEG.subarray(0, 13), 0xff, 0xff, 0xff, 0xff, 1])],
    ['image/webp', webp('VP8X', [0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
    ['image/gif', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(10)])],
    ['text/plain', Buffer.from('text')],
  ])('keeps a %s that is too large, or none, off the page', (mediaType, content) => {
    expect(mayPreview(mediaType, content)).toBe(false);
  });
});
