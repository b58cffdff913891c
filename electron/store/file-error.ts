/** The system's name for what went wrong with a file, such as `ENOENT`; '' when it gave none. */
export function fileErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
