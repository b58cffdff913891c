import fc from 'fast-check';
import { catalog } from '../../shared/catalog/catalog.ts';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { recordFields } from '../../shared/catalog/record-kinds.ts';
import { RECORD_KINDS } from '../../shared/domain/plan.ts';
import { toProfileAnswers } from '../../shared/domain/profile.ts';
import { CHANNELS, type Channel } from '../../shared/ipc/channels.ts';
import { contract, EXPORT_FORMATS, PAPERS } from '../../shared/ipc/contract.ts';
import { anEvidenceFile } from './an-evidence-file.ts';
import { ANY_CONTENTS, arbitraryValue } from './arbitrary-answers.ts';
import { aProfile } from './test-profile.ts';

/** One message of a page: a channel and what comes with it. */
export type Message = readonly [channel: Channel, payload: unknown];

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
  withObjectString: true,
  maxDepth: 3,
});

const contents = ANY_CONTENTS.map(([name, content]) => anEvidenceFile(content, name));
const sha256 = fc.constantFrom(...contents.map((file) => file.sha256), '../plan.db', 'f'.repeat(64));
// The application under test numbers what it makes.
const madeId = fc.integer({ min: 1, max: 400 }).map((number) => `id-${number}`);

const fieldSets = [
  ...catalog.items.map(fieldsOf),
  ...RECORD_KINDS.map(recordFields),
  catalog.profileFields,
].filter((fields) => fields.length > 0);
const everyField = fieldSets.flat();
const fieldId = fc.constantFrom(
  ...new Set(everyField.map(({ id }) => id)),
  '__proto__',
  'constructor',
  'rowId',
);
const anyField = fc.constantFrom(...everyField);
// Made once: building them anew for every message takes longer than asking the application.
const valuesFor = new Map(
  everyField.map((field) => [field, arbitraryValue(field, '2199-12-31', aProfile())]),
);
const anyValue = anyField.chain((field) => valuesFor.get(field) ?? fc.constant(null));

/** A patch of one set of fields, each value right for some field: mostly its own. */
const fitting = fc.constantFrom(...fieldSets).chain((fields) =>
  fc
    .constantFrom(...fields)
    .chain((field) =>
      fc.tuple(
        fc.constant(field.id),
        fc.oneof({ arbitrary: valuesFor.get(field) ?? anyValue, weight: 4 }, anyValue),
      ),
    )
    .map(([id, value]) => ({ [id]: value })),
);
const patch = fc.oneof(
  fitting,
  fc.dictionary(fieldId, fc.oneof(anyValue, anything, fc.constant(null)), { maxKeys: 3 }),
  anything,
);
const date = fc.constantFrom('2026-11-22', '2026-02-30', '1899-12-31', '2199-12-31', '', null);
const subject = fc.record({
  check: fc.constantFrom('portal-tls', 'firewall', 'disk-encryption', 'no-such', '__proto__'),
  target: fc.constantFrom(
    '',
    'portal.example.com:443',
    'localhost',
    '127.0.0.1:22',
    '169.254.169.254',
    '::1',
  ),
});

/** For each name that a contract uses: values that are right now and then. A name without one gets anything. */
const NEARLY: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  itemId: fc.constantFrom(...catalog.items.map(({ id }) => id), 'no-such', '__proto__', ''),
  patch,
  kind: fc.constantFrom(...RECORD_KINDS, 'no-such', 'constructor'),
  id: fc.oneof(madeId, fc.constantFrom(null, '', '../x', '__proto__')),
  isArchived: fc.boolean(),
  reason: fc.oneof(fc.string(), fc.constantFrom(null, 'It is not mine', 'x'.repeat(1_001))),
  dueOn: date,
  seq: fc.integer({ min: -1, max: 500 }),
  beforeSeq: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constant(null)),
  field: fieldId,
  side: fc.constantFrom('before', 'after', 'beside'),
  search: fc.string({ maxLength: 8 }),
  archiveId: madeId,
  subjects: fc.array(subject, { maxLength: 3 }),
  subject: fc.oneof(
    subject,
    fc.constantFrom('item:biz-plan', 'profile', 'checks', 'list:portal', 'nobody', null),
  ),
  linkId: fc.oneof(fc.string(), fc.constantFrom('source/seed-0/0', 'https://example.com/', 'javascript:1')),
  format: fc.constantFrom(...EXPORT_FORMATS, 'exe'),
  paper: fc.constantFrom(...PAPERS, 'a5'),
  pages: fc.oneof(fc.integer(), fc.double()),
  fileId: madeId,
  uploadId: fc.oneof(madeId, fc.constantFrom(null, '')),
  fileName: fc.oneof(fc.constantFrom('a.pdf', '../../a.pdf', 'C:\\a.pdf', '\0', 'a.exe'), fc.string()),
  bytes: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(-1, 2 ** 53, 3.5)),
  at: fc.integer({ min: -1, max: 9 }),
  base64: fc.oneof(fc.base64String({ maxLength: 12 }), fc.string()),
  sha256,
  mediaType: fc.constantFrom('image/png', 'application/pdf', 'text/html', '__proto__'),
  files: fc.array(fc.record({ sha256, bytes: fc.nat(99) }), { maxLength: 3 }),
  withHash: fc.boolean(),
  sha256s: fc.array(sha256, { maxLength: 3 }),
  unsaved: fc.dictionary(fc.constantFrom('profile', 'biz-plan', 'record/portal/id-1'), patch, { maxKeys: 2 }),
  typed: fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 2 }),
};

/** A message that looks like one of ours: its keys are the contract's, a few missing or too many. */
function nearMessage(channel: Channel): fc.Arbitrary<Message> {
  const keys = Object.keys(contract[channel].input.shape);
  const right = Object.fromEntries(
    keys.map((key) => [key, fc.oneof({ arbitrary: NEARLY[key] ?? anything, weight: 12 }, anything)]),
  );
  const payload = fc.oneof(
    { arbitrary: fc.record(right), weight: 8 },
    fc.record(right, { requiredKeys: [] }),
    fc.record({ ...right, extra: anything }),
  );
  return payload.map((value): Message => [channel, value]);
}

/** An item or an entry answered as a page would, so that much of what is sent is stored. */
const answered: fc.Arbitrary<Message> = fc.oneof(
  fc
    .constantFrom(...catalog.items)
    .chain((item) =>
      fc
        .constantFrom(...fieldsOf(item))
        .chain((field) =>
          (valuesFor.get(field) ?? anyValue).map(
            (value): Message => ['answerItem', { itemId: item.id, patch: { [field.id]: value } }],
          ),
        ),
    ),
  fc
    .constantFrom(...RECORD_KINDS)
    .chain((kind) =>
      fc
        .tuple(
          fc.oneof({ arbitrary: madeId, weight: 5 }, fc.constant(null)),
          fc.constantFrom(...recordFields(kind)),
        )
        .chain(([id, field]) =>
          (valuesFor.get(field) ?? anyValue).map(
            (value): Message => ['saveRecord', { kind, id, patch: { [field.id]: value } }],
          ),
        ),
    ),
  fc.constant<Message>(['answerProfile', { patch: toProfileAnswers(aProfile()) }]),
);

const PLAIN: fc.Arbitrary<Message> = fc.tuple(fc.constantFrom(...CHANNELS), anything);

/** Any message on any channel: plain garbage, garbage that looks like a request, and requests. */
export const strangeMessage: fc.Arbitrary<Message> = fc.oneof(
  { arbitrary: fc.oneof(...CHANNELS.map(nearMessage)), weight: 6 },
  { arbitrary: answered, weight: 3 },
  { arbitrary: PLAIN, weight: 1 },
);
