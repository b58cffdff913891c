import type { Locator, Page } from 'playwright';
import { fieldsOf } from '../../shared/catalog/item-fields.ts';
import { STATE_NAMES, type StateCode } from '../../shared/catalog/state-codes.ts';
import type { Item } from '../../shared/catalog/types.ts';
import type {
  Answers,
  AnswerValue,
  CellField,
  EvidenceNote,
  Field,
  Row,
  RowsField,
} from '../../shared/domain/field.ts';
import { prescribedRows } from '../../shared/domain/field.ts';
import type { Profile } from '../../shared/domain/plan.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { toTyped } from '../../shared/domain/typed-input.ts';
import { visibleFields } from '../../shared/domain/visible-answers.ts';

/** Opens an item's page by its address and waits until it is there. */
export async function openItem(page: Page, item: Item): Promise<void> {
  // An empty plan first goes to the welcome page by itself; going anywhere before that would be overruled.
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate((id) => {
    window.location.hash = `/item/${id}`;
  }, item.id);
  await page.getByRole('heading', { level: 1, name: item.title, exact: true }).waitFor();
}

/**
 * Fills an item in on its page, with the keyboard alone: every control is found by its id, every button pressed and
 * every box ticked by a key. Ends when the page says that all of it is saved. What the item takes from another page is
 * left alone.
 */
export async function fillItem(page: Page, item: Item, answers: Answers, profile: Profile): Promise<void> {
  await openItem(page, item);
  const elsewhere = item.derived?.fields ?? [];
  const here = fieldsOf(item).filter(({ id }) => !elsewhere.includes(id));
  await fillForm(page, item.id, here, answers, profile);
}

/** Fills a form in: an item's, or the welcome page's with `profile` as its target. */
export async function fillForm(
  page: Page,
  target: string,
  fields: readonly Field[],
  answers: Answers,
  profile: Profile,
): Promise<void> {
  let isAnything = false;
  await fillFields(fields, answers, async (field, value) => {
    isAnything = true;
    const path = `${target}.${field.id}`;
    if (field.type === 'rows') await fillRows(page, field, path, value as readonly Row[], profile);
    else await fillCell(page, field, path, value);
  });
  // A page on which nothing was changed has nothing to say about saving.
  if (isAnything) await whenSaved(page);
}

/** Fills in the cells of one row that is open already. */
export async function fillCells(
  page: Page,
  rowPath: string,
  cells: readonly CellField[],
  row: Row,
): Promise<void> {
  await fillFields(cells, row, (cell, value) => fillCell(page, cell, `${rowPath}.${cell.id}`, value));
}

/** Waits until everything is saved; fails with the app's own words when something could not be. */
export async function whenSaved(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const state = page.locator('[data-save-state]:not([data-save-state="saving"])');
  await state.waitFor();
  if ((await state.getAttribute('data-save-state')) === 'failed') {
    throw new Error(`Not saved: ${await page.getByRole('alert').first().textContent()}`);
  }
}

// A field may appear only after one that stands below it is answered, so those with a condition come last.
async function fillFields<F extends Field>(
  fields: readonly F[],
  answers: Answers,
  fill: (field: F, value: AnswerValue) => Promise<void>,
): Promise<void> {
  const asked = visibleFields(fields, answers);
  const conditional = asked.filter((field) => field.showWhen !== undefined);
  for (const field of [...asked.filter((each) => !conditional.includes(each)), ...conditional]) {
    const value = answers[field.id];
    if (value !== undefined) await fill(field, value);
  }
}

async function fillCell(page: Page, field: CellField, path: string, value: AnswerValue): Promise<void> {
  const control = byId(page, path);
  switch (field.type) {
    case 'text':
    case 'long-text':
    case 'date':
    case 'integer':
    case 'money':
    case 'percent':
    case 'url':
      return control.fill(toTyped(field, value as string | number));
    case 'yes-no':
      return pickRadio(control, value === true ? 'yes' : 'no');
    case 'choice':
      return choose(control, String(value));
    case 'state':
      await control.selectOption(String(value));
      return;
    case 'choices':
      for (const option of field.options) {
        await tickBox(control, option.value, (value as readonly string[]).includes(option.value));
      }
      return;
    case 'states':
      return fillStates(control, value as readonly StateCode[]);
    case 'evidence':
      return fillEvidence(page, path, value as readonly EvidenceNote[]);
    default:
      return assertNever(field);
  }
}

/** A select, or radio buttons where there are few options. */
async function choose(control: Locator, value: string): Promise<void> {
  if ((await control.getAttribute('role')) === 'radiogroup') return pickRadio(control, value);
  await control.selectOption(value);
}

/** Pressing Space on a radio button that is chosen already changes nothing. */
async function pickRadio(group: Locator, value: string): Promise<void> {
  await group.locator(`input[value="${value}"]`).press('Space');
}

async function tickBox(group: Locator, value: string, isOn: boolean): Promise<void> {
  const box = group.locator(`input[value="${value}"]`);
  if ((await box.isChecked()) !== isOn) await box.press('Space');
}

async function fillStates(box: Locator, codes: readonly StateCode[]): Promise<void> {
  for (const code of codes) {
    await box.fill(STATE_NAMES[code]);
    await box.press('Enter');
  }
}

async function fillEvidence(page: Page, path: string, notes: readonly EvidenceNote[]): Promise<void> {
  for (const [index, note] of notes.entries()) {
    const name = byId(page, `${path}.${index}.name`);
    if ((await name.count()) === 0) await byId(page, `${path}-add`).press('Enter');
    await name.fill(note.name);
    await byId(page, `${path}.${index}.location`).fill(note.location);
  }
}

async function fillRows(
  page: Page,
  field: RowsField,
  path: string,
  rows: readonly Row[],
  profile: Profile,
): Promise<void> {
  const isPrescribed = prescribedRows(field, profile) !== null;
  for (const [index, row] of rows.entries()) {
    const rowPath = isPrescribed ? `${path}.${row.rowId}` : await openNewRow(page, path, index);
    await openRow(page, rowPath);
    await fillFields(field.fields, row, (cell, value) =>
      fillCell(page, cell, `${rowPath}.${cell.id}`, value),
    );
  }
}

/** The path of the row in this place, added if it is not there yet. The app gives it its id. */
async function openNewRow(page: Page, path: string, index: number): Promise<string> {
  const toggle = byId(page, path).locator('[id$="-toggle"]').nth(index);
  if ((await toggle.count()) === 0) await byId(page, `${path}-add`).press('Enter');
  const id = (await toggle.getAttribute('id')) ?? '';
  return id.slice(0, -'-toggle'.length);
}

async function openRow(page: Page, rowPath: string): Promise<void> {
  const toggle = byId(page, `${rowPath}-toggle`);
  if ((await toggle.count()) === 0) return;
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.press('Enter');
}

function byId(page: Page, id: string): Locator {
  return page.locator(`[id="${id}"]`);
}
