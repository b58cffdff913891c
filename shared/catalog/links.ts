import { isHttpsUrl } from '../domain/field-schema.ts';
import type { Catalog, Source, StateEntry } from './types.ts';

/**
 * The https address behind a link id; null for anything else. Ids are all the renderer may send, so no page can make the
 * app open an address of its own: `source/<sourceId>/<index>`, `attorney-general/<state>`, `consumer-office/<state>`.
 */
export function linkFor(catalog: Catalog, linkId: string): string | null {
  const [kind = '', of = '', index, ...rest] = linkId.split('/');
  if (rest.length > 0) return null;
  const url = kind === 'source' ? sourceUrl(catalog, of, index) : stateUrl(catalog, kind, of, index);
  return url !== undefined && isHttpsUrl(url) ? url : null;
}

/** The source's addresses in their order, each with the id that opens it; null for one to be shown as text only. */
export function linkIdsForSource(
  source: Source,
): readonly { readonly url: string; readonly linkId: string | null }[] {
  return source.urls.map((url, index) => ({
    url,
    linkId: isHttpsUrl(url) ? `source/${source.id}/${index}` : null,
  }));
}

/** The id that opens the state's attorney general; null when the address is not an https one. */
export function linkIdForAttorneyGeneral(state: StateEntry): string | null {
  return isHttpsUrl(state.attorneyGeneral.url) ? `attorney-general/${state.code}` : null;
}

/** The id that opens the state's consumer office; null when there is none or its address is not an https one. */
export function linkIdForConsumerOffice(state: StateEntry): string | null {
  const url = state.consumerOffice?.url;
  return url !== undefined && isHttpsUrl(url) ? `consumer-office/${state.code}` : null;
}

function sourceUrl(catalog: Catalog, id: string, index: string | undefined): string | undefined {
  if (index === undefined || !/^(0|[1-9]\d{0,2})$/.test(index)) return undefined;
  return catalog.sources.find((source) => source.id === id)?.urls[Number(index)];
}

function stateUrl(
  catalog: Catalog,
  kind: string,
  code: string,
  extra: string | undefined,
): string | undefined {
  const state = catalog.states.find((entry) => entry.code === code);
  if (extra !== undefined) return undefined;
  if (kind === 'attorney-general') return state?.attorneyGeneral.url;
  return kind === 'consumer-office' ? state?.consumerOffice?.url : undefined;
}
