/** Stands in for what the test environment lacks because it lays nothing out: style sheets made by a script. */
export function withoutLayout(): void {
  if (typeof CSSStyleSheet.prototype.replaceSync !== 'function') {
    Object.defineProperty(CSSStyleSheet.prototype, 'replaceSync', { value: () => undefined });
  }
  if (!('adoptedStyleSheets' in document)) {
    Object.defineProperty(document, 'adoptedStyleSheets', { value: [], writable: true });
  }
}
