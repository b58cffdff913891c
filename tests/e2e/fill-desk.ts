import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ItemId } from '../../shared/catalog/ids.ts';
import { recordFields, recordKinds } from '../../shared/catalog/record-kinds.ts';
import { PORTAL_SEEN_FIELDS } from '../../shared/catalog/records/portal.ts';
import type { Desk, Item } from '../../shared/catalog/types.ts';
import { adoptEarlierAnswers } from '../../shared/catalog/vetting/adopt-answers.ts';
import { adoptPartners } from '../../shared/domain/adopt-partners.ts';
import type { Answers, Field, Row } from '../../shared/domain/field.ts';
import type { IsoDate } from '../../shared/domain/iso-date.ts';
import {
  EMPTY_PLAN,
  type ItemRecord,
  type Plan,
  type Profile,
  type RecordKind,
} from '../../shared/domain/plan.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { visibleFields } from '../../shared/domain/visible-answers.ts';
import { fillForm } from './fill-item.ts';

/** Goes to a page by its address, as its link would. */
export async function goTo(page: Page, path: string, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** Fills in the pages that items take answers from, each the first time an item needs it, from the items' examples. */
export class DeskFiller {
  readonly #page: () => Page;
  readonly #profile: Profile;
  readonly #examples: Readonly<Record<string, Answers>>;
  readonly #done = new Set<Desk>();

  constructor(page: () => Page, profile: Profile, today: IsoDate) {
    this.#page = page;
    this.#profile = profile;
    this.#examples = Object.fromEntries(
      catalog.items.map((item) => [item.id, item.example({ today, profile })]),
    );
  }

  /** Makes sure that what the item is not asked for itself is recorded where it is asked. */
  async fillFor(item: Item): Promise<void> {
    const desk = item.derived?.desk;
    if (desk === undefined || item.derived?.fields.length === 0 || this.#done.has(desk)) return;
    this.#done.add(desk);
    const page = this.#page();
    switch (desk) {
      case 'connection':
        return fillPortals(
          page,
          (this.#examples['sec-network']?.portals ?? []) as readonly Row[],
          this.#profile,
        );
      case 'vetting':
        return this.#fillCandidates(page, 'clearinghouse');
      case 'software':
        return this.#fillCandidates(page, 'billing-software');
      case 'partners':
        return this.#fillPartners(page);
      default:
        return assertNever(desk);
    }
  }

  async #fillCandidates(page: Page, kind: CandidateKind): Promise<void> {
    let rows = 0;
    const candidates = adoptEarlierAnswers(this.#examples, () => `e${++rows}`);
    for (const { answers } of candidates.filter((candidate) => candidate.kind === kind)) {
      const id = await addCandidate(page, kind, String(answers.name));
      for (const group of recordKinds[kind].groups) {
        const fields = askedOf(recordFields(kind), answers).filter(({ id: fieldId }) =>
          group.fields.some((field) => field.id === fieldId),
        );
        // Offices and the decision have screens of their own, which the test of the vetting desk goes through.
        if (['authorities', 'decision'].includes(group.id)) await save(page, kind, id, fields, answers);
        else {
          await openStep(page, group.id);
          await fillForm(page, `record/${kind}/${id}`, fields, answers, this.#profile);
        }
      }
    }
  }

  async #fillPartners(page: Page): Promise<void> {
    const items = Object.fromEntries(
      catalog.items.map(({ id }) => [id, recordOf(id, this.#examples[id] ?? {})]),
    ) as Plan['items'];
    const partners = adoptPartners({ ...EMPTY_PLAN, profile: this.#profile, items });
    for (const { answers } of partners.filter(({ isListed }) => isListed)) {
      const name = String(answers.name);
      await goTo(page, '/partners', 'Partners');
      await page.locator(`[id="new-partner.kind.${String(answers.partner_kind)}"]`).press('Space');
      await page.locator('[id="new-partner.name"]').fill(name);
      await page.locator('[id="new-partner.name"]').press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
      const id = await idOf(page, 'partner', name);
      const fields = askedOf(recordFields('partner'), answers);
      await fillForm(page, `record/partner/${id}`, fields, answers, this.#profile);
    }
  }
}

// Asked for when the entry was made, or filled in by the app.
const NOT_IN_FORM: readonly string[] = ['name', 'partner_kind', 'portal_target'];

type CandidateKind = Extract<RecordKind, 'clearinghouse' | 'billing-software'>;

/** Adds a candidate by its name and ends on its page; returns its id. */
export async function addCandidate(page: Page, kind: CandidateKind, name: string): Promise<string> {
  await goTo(page, '/vetting', 'Vetting desk');
  await page.locator(`[id="new-${kind}"]`).fill(name);
  await page.locator(`[id="new-${kind}"]`).press('Enter');
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return idOf(page, kind, name);
}

/** Opens a step of the candidate on screen. */
export async function openStep(page: Page, group: string): Promise<void> {
  const toggle = page.locator(`[id="step-${group}-toggle"]`);
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.press('Enter');
}

/** The fields shown for these answers, those that depend on others last. */
export function askedOf(fields: readonly Field[], answers: Answers): readonly Field[] {
  const asked = visibleFields(fields, answers).filter(({ id }) => !NOT_IN_FORM.includes(id));
  const isFree = ({ showWhen }: Field): boolean => showWhen === undefined;
  return [...asked.filter(isFree), ...asked.filter((field) => !isFree(field))].map((field) => ({
    ...field,
    showWhen: undefined,
  }));
}

function recordOf(id: ItemId, answers: Answers): ItemRecord {
  return {
    id,
    status: 'done',
    answers,
    notApplicableReason: null,
    dueOn: null,
    completedOn: '2026-01-01',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
}

/** Saves answers past the screen. */
async function save(
  page: Page,
  kind: RecordKind,
  id: string,
  fields: readonly Field[],
  answers: Answers,
): Promise<void> {
  const patch = Object.fromEntries(
    fields.flatMap((field) => (answers[field.id] === undefined ? [] : [[field.id, answers[field.id]]])),
  );
  const result = await page.evaluate((wanted) => window.firstClaim.saveRecord(wanted as never), {
    kind,
    id,
    patch,
  } as never);
  if (!result.ok) throw new Error(`${result.error.field ?? ''} ${result.error.message}`);
}

const seenFields = recordFields('portal').filter(({ id }) =>
  PORTAL_SEEN_FIELDS.some((field) => field === id),
);

/** Adds portals without checking them, and says what was seen of each. */
async function fillPortals(page: Page, portals: readonly Row[], profile: Profile): Promise<void> {
  await goTo(page, '/connection', 'Secure connection');
  for (const portal of portals) {
    const name = String(portal.portal);
    await page.getByLabel('Address', { exact: true }).fill(String(portal.url));
    await page.getByLabel('What you call it').fill(name);
    await page.getByLabel('Kind', { exact: true }).selectOption('other');
    await page.getByRole('button', { name: 'Add without checking' }).press('Enter');
    const row = page.getByRole('list', { name: 'Portals' }).getByRole('listitem').filter({ hasText: name });
    await row.getByRole('button').first().press('Enter');
    await row.getByRole('button', { name: 'Say what you saw yourself' }).press('Enter');
    const said = Object.fromEntries(
      PORTAL_SEEN_FIELDS.flatMap((id) => (portal[id] === undefined ? [] : [[id, portal[id]]])),
    ) as Answers;
    await fillForm(page, `record/portal/${await idOf(page, 'portal', name)}`, seenFields, said, profile);
    await expect(row).toContainText('Your word');
    await row.getByRole('button').first().press('Enter');
  }
}

/** The id of the entry of this kind and name. */
export async function idOf(page: Page, kind: RecordKind, name: string): Promise<string> {
  const loaded = await page.evaluate(() => window.firstClaim.loadPlan({}));
  if (!loaded.ok) throw new Error(loaded.error.message);
  const found = loaded.value.plan.records.find(
    (record) => record.kind === kind && record.answers.name === name,
  );
  if (found === undefined) throw new Error(`There is no ${kind} “${name}” in the plan`);
  return found.id;
}
