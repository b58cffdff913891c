import * as z from 'zod';

// zod compiles object parsers with `new Function` unless told otherwise, and the page's policy forbids that. Imported
// before anything that makes a schema: the choice is read when a schema is made.
z.config({ jitless: true });
